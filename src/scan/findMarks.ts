import type { Ink } from './findInk';
import { findPieces, inkThreshold, type Piece, type Pieces } from './findPieces';
import { joinPieces, longSide, type Group } from './joinPieces';
import type { Box, Plane } from '../data/picture';

/** Ink that belongs together: a digit, or something as large. */
export interface Mark {
  readonly box: Box;
  /** The ink inside the box without that of other marks, 255 is full ink. */
  readonly ink: Plane<Uint8Array>;
}

// Ink is fainter than this share of the typical contrast only where it is a trace or shows through.
const faintest = 0.25;
// A mark's long side, in pixels and as shares of the typical one.
const leastPixels = 8;
const smallest = 0.3;
const largest = 4;

/**
 * Finds the marks that could be digits: specks, traces, what is far too large and what reaches the
 * frame of the picture are dropped, broken strokes are joined.
 *
 * @param ink the ink of a picture
 * @returns the marks in no particular order
 */
export function findMarks(ink: Ink): Mark[] {
  const { labels, pieces } = findPieces(ink);
  const threshold = inkThreshold(ink);
  const visible = awayFromFrame(
    pieces.filter((piece) => longSide(piece) >= leastPixels),
    labels,
  );
  // Weighted by what stands out, so that a few digits count for more than many traces.
  const typicalContrast = typicalValue(
    visible,
    ({ contrast }) => contrast,
    ({ contrast, area }) => area * (contrast - threshold),
  );
  const clear = visible.filter(({ contrast }) => contrast >= faintest * typicalContrast);
  const typical = typicalValue(clear, longSide, ({ area }) => area);
  return joinPieces(clear, typical)
    .filter((group) => {
      const size = longSide(group) / typical;
      return size >= smallest && size <= largest;
    })
    .map((group) => cutOut(ink.contrast, labels, group));
}

// Cells, shadows and the edges of the paper reach the frame; a digit only where it fills a picture.
function awayFromFrame(
  pieces: readonly Piece[],
  { width, height }: Pieces['labels'],
): readonly Piece[] {
  const away = pieces.filter(({ x0, y0, x1, y1 }) => x0 > 0 && y0 > 0 && x1 < width && y1 < height);
  return away.length > 0 ? away : pieces;
}

/** The weighted median: the value that half of the weight lies below. */
function typicalValue(
  pieces: readonly Piece[],
  value: (piece: Piece) => number,
  weight: (piece: Piece) => number,
): number {
  const sorted = [...pieces].sort((a, b) => value(a) - value(b));
  const total = sorted.reduce((sum, piece) => sum + weight(piece), 0);
  let seen = 0;
  const median = sorted.find((piece) => (seen += weight(piece)) >= total / 2);
  return median === undefined ? 0 : value(median);
}

function cutOut(
  contrast: Plane<Uint8Array>,
  labels: Plane<Int32Array>,
  { pieces, x0, y0, x1, y1 }: Group,
): Mark {
  const full = new Map(pieces.map((piece) => [piece.label, piece.contrast]));
  const [width, height] = [x1 - x0, y1 - y0];
  const data = new Uint8Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const source = (y0 + row) * contrast.width + x0 + column;
      const fullContrast = full.get(labels.data[source]);
      if (fullContrast === undefined) continue;
      data[at] = Math.min(255, (255 * contrast.data[source]) / fullContrast);
    }
  }
  return { box: { x0, y0, x1, y1 }, ink: { width, height, data } };
}
