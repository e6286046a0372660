import type { Box } from '../../picture/box';
import { scoredLines, type ScoredLine } from '../../scoring/scoredLines';
import type { PictureScore } from '../../scoring/scorePicture';
import { alignedRows } from './alignedRows';
import { placed, type Drawing } from './drawing';
import { pictureView } from './pictureView';
import type { UprightView } from './uprightView';

/** Pixels. */
const STRIP_HEIGHT = 130;
const SPACE = 6;

/**
 * Draws the lines with mistakes: the label over what was read, under the line's picture where the label does not say
 * where its digits are.
 *
 * @param width in pixels
 */
export function comparedLines(view: UprightView, score: PictureScore, width: number): Drawing[] {
  const { digits } = score.label;
  if (digits.length === 0) return [];
  const lines = scoredLines(score).filter(({ errors }) => errors > 0);
  const isPlaced = digits.every(({ box }) => box !== undefined);
  if (!isPlaced) return lines.map((line) => pictureAndLine(view, line, width));
  const all = lines.flatMap((line) => [...line.digits, undefined]);
  return [alignedRows(all.slice(0, -1), width)];
}

function pictureAndLine(view: UprightView, { digits }: ScoredLine, width: number): Drawing {
  const boxes = digits.flatMap((digit) => view.placeOf(digit) ?? []);
  const rows = alignedRows(digits, width);
  if (boxes.length === 0) return rows;
  const strip = lineStrip(view, boxes, width);
  const y = strip.height + SPACE;
  return { width, height: y + rows.height, content: strip.content + placed(rows, 0, y) };
}

function lineStrip(
  { picture, boxes: marked }: UprightView,
  boxes: readonly Box[],
  width: number,
): Drawing {
  const margin = 0.8 * Math.max(...boxes.map(({ y0, y1 }) => y1 - y0));
  const part = {
    x0: Math.min(...boxes.map(({ x0 }) => x0)) - 2 * margin,
    y0: Math.min(...boxes.map(({ y0 }) => y0)) - margin / 2,
    x1: Math.max(...boxes.map(({ x1 }) => x1)) + 2 * margin,
    y1: Math.max(...boxes.map(({ y1 }) => y1)) + margin / 2,
  };
  return pictureView(picture, part, { width, height: STRIP_HEIGHT }, marked);
}
