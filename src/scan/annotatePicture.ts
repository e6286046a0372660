import { digitGlyphs } from './digitGlyphs';
import type { PageReading } from './pageReading';
import type { Box, Picture } from '../data/picture';

type Colour = readonly [red: number, green: number, blue: number];

const answered: Colour = [0, 140, 60];
const unanswered: Colour = [220, 50, 30];
const white: Colour = [255, 255, 255];

/**
 * Draws what was read on a copy of a picture: a box around every mark and its answer on a label
 * above it, green for a digit, red with `?` for a mark without an answer.
 *
 * @param picture the picture that was read, in its full size
 * @param reading what was read in it
 */
export function annotatePicture(picture: Picture, reading: PageReading): Picture {
  const copy: Picture = { ...picture, data: picture.data.slice() };
  const readings = reading.lines.flatMap(({ digits }) => digits);
  const heights = readings.map(({ box: [, y0, , y1] }) => y1 - y0).sort((a, b) => a - b);
  const dot = dotSize(picture, heights[heights.length >> 1]);
  const stroke = Math.max(1, dot >> 1);
  for (const { digit, box } of readings) {
    const [x0, y0, x1, y1] = box;
    const colour = digit === null ? unanswered : answered;
    const outer: Box = { x0: x0 - stroke, y0: y0 - stroke, x1: x1 + stroke, y1: y1 + stroke };
    drawFrame(copy, outer, stroke, colour);
    drawLabel(copy, outer, dot, digitGlyphs[digit ?? '?'], colour);
  }
  return copy;
}

// About half as high as the digits, but neither a speck in a large picture nor the whole of a small one.
function dotSize({ width, height }: Picture, digitHeight: number): number {
  const shortSide = Math.min(width, height);
  const wished = digitHeight / 18;
  const largest = Math.max(2, shortSide / 100);
  return Math.round(Math.min(Math.max(wished, shortSide / 500, 1), largest));
}

function drawFrame(
  picture: Picture,
  { x0, y0, x1, y1 }: Box,
  stroke: number,
  colour: Colour,
): void {
  fill(picture, { x0, y0, x1, y1: y0 + stroke }, colour);
  fill(picture, { x0, y0: y1 - stroke, x1, y1 }, colour);
  fill(picture, { x0, y0, x1: x0 + stroke, y1 }, colour);
  fill(picture, { x0: x1 - stroke, y0, x1, y1 }, colour);
}

function drawLabel(
  picture: Picture,
  box: Box,
  dot: number,
  glyph: readonly string[],
  colour: Colour,
): void {
  const width = 7 * dot;
  const height = 9 * dot;
  // Above the box where there is room, else inside it.
  const x0 = Math.max(0, Math.min(box.x0, picture.width - width));
  const y0 = box.y0 >= height ? box.y0 - height : Math.max(box.y0, 0);
  fill(picture, { x0, y0, x1: x0 + width, y1: y0 + height }, colour);
  glyph.forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      if (line[column] !== '#') continue;
      const [x, y] = [x0 + (column + 1) * dot, y0 + (row + 1) * dot];
      fill(picture, { x0: x, y0: y, x1: x + dot, y1: y + dot }, white);
    }
  });
}

// What lies outside the picture is left out.
function fill({ width, height, data }: Picture, box: Box, colour: Colour): void {
  const [left, right] = [Math.max(box.x0, 0), Math.min(box.x1, width)];
  for (let row = Math.max(box.y0, 0); row < Math.min(box.y1, height); row++) {
    for (let column = left; column < right; column++) {
      data.set(colour, (row * width + column) * 4);
    }
  }
}
