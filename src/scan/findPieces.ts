import type { Ink } from './findInk';
import { labelComponents, type Component, type Components } from './labelComponents';
import type { Plane } from '../data/picture';

/** A connected piece of ink with its strength. */
export interface Piece extends Component {
  /** Mean contrast of its pixels, 255 is all of the paper's light. */
  readonly contrast: number;
}

/** The pieces of ink of a picture. */
export interface Pieces {
  /** The label of the piece that each pixel belongs to, 0 for none. */
  readonly labels: Plane<Int32Array>;
  readonly pieces: readonly Piece[];
}

// Ink stands out from the paper's noise by this factor, and by this contrast at least.
const noiseFactor = 2;
const leastContrast = 16;
// A stroke's edge is where the contrast falls below this share of the stroke's mean.
const edgeShare = 0.6;

/** The contrast from which a pixel may be ink. */
export function inkThreshold({ noise }: Ink): number {
  return Math.max(leastContrast, noiseFactor * noise);
}

/**
 * Finds the connected pieces of ink.
 *
 * A threshold just above the noise finds faint ink and bold ink alike; each piece is then cut again
 * at a share of its own contrast, which takes away blur, shadows and the bridges they make.
 */
export function findPieces(ink: Ink): Pieces {
  const { contrast } = ink;
  const threshold = inkThreshold(ink);
  const rough = labelComponents(mask(contrast, () => threshold));
  const cuts = meanContrasts(contrast, rough).map((mean) => Math.max(threshold, edgeShare * mean));
  const roughLabels = rough.labels.data;
  const sharp = labelComponents(mask(contrast, (at) => cuts[roughLabels[at]]));
  const means = meanContrasts(contrast, sharp);
  return {
    labels: sharp.labels,
    pieces: sharp.pieces.map((piece) => ({ ...piece, contrast: means[piece.label] })),
  };
}

function mask(contrast: Plane<Uint8Array>, cut: (at: number) => number): Plane<Uint8Array> {
  const data = new Uint8Array(contrast.data.length);
  for (let at = 0; at < data.length; at++) data[at] = contrast.data[at] >= cut(at) ? 1 : 0;
  return { ...contrast, data };
}

/** The mean contrast of each piece, by label; that of label 0 is 0. */
function meanContrasts(contrast: Plane<Uint8Array>, { labels, pieces }: Components): Float32Array {
  const sums = new Float64Array(pieces.length + 1);
  for (let at = 0; at < labels.data.length; at++) sums[labels.data[at]] += contrast.data[at];
  const means = new Float32Array(pieces.length + 1);
  for (const { label, area } of pieces) means[label] = sums[label] / area;
  return means;
}
