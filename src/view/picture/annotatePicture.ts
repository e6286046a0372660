import type { Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import { digitGlyphs } from './digitGlyphs';
import { isDoubtful } from '../../reader/page/doubt';
import { listReadings } from '../../reader/page/listReadings';
import type { DigitReading, PageReading } from '../../reader/page/pageReading';
import { placeLabel } from './placeLabel';

type Colour = readonly [red: number, green: number, blue: number];

/** People with any kind of colour vision tell them apart (Okabe and Ito, 2008). */
const [sure, doubtful, refused]: readonly Colour[] = [
  [0, 114, 178],
  [213, 94, 0],
  [110, 110, 110],
];
const white: Colour = [255, 255, 255];

/** A label in dots: a glyph and a dot of colour around it. */
const LABEL = { width: 7, height: 9 } as const;

/**
 * Draws what was read on a copy of a picture: a thin frame around every mark and its answer on a label
 * beside it, blue where it is sure, orange where a person should look, grey for a refused mark; `?` stands
 * for no answer.
 *
 * @param picture the picture that was read, in its full size
 * @param page what was read in it
 */
export function annotatePicture(picture: Picture, page: PageReading): Picture {
  const copy: Picture = { ...picture, data: picture.data.slice() };
  const readings = listReadings(page).map(({ reading }) => reading);
  const dot = dotSize(picture, readings);
  const stroke = Math.max(1, dot >> 1);
  const label = { width: LABEL.width * dot, height: LABEL.height * dot };
  const frames = readings.map(({ box: { x0, y0, x1, y1 } }): Box => ({
    x0: x0 - stroke,
    y0: y0 - stroke,
    x1: x1 + stroke,
    y1: y1 + stroke,
  }));
  const taken = [...frames];
  readings.forEach((reading, index) => {
    drawFrame(copy, frames[index], stroke, colourOf(reading));
  });
  readings.forEach((reading, index) => {
    const place = placeLabel(frames[index], label, picture, taken);
    taken.push(place);
    fill(copy, place, colourOf(reading));
    drawGlyph(copy, place, dot, digitGlyphs[reading.digit ?? '?']);
  });
  return copy;
}

function colourOf(reading: DigitReading): Colour {
  if (isDoubtful(reading)) return doubtful;
  return reading.digit === null ? refused : sure;
}

// A label is a third as high as most digits, but neither a speck in a large picture nor the whole of a
// small one.
function dotSize({ width, height }: Picture, readings: readonly DigitReading[]): number {
  const heights = readings.map(({ box: { y0, y1 } }) => y1 - y0).sort((a, b) => a - b);
  const shortSide = Math.min(width, height);
  const wished = (heights.at(heights.length >> 1) ?? 0) / (3 * LABEL.height);
  const largest = Math.max(1, shortSide / 100);
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

function drawGlyph(picture: Picture, label: Box, dot: number, glyph: readonly string[]): void {
  glyph.forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      if (line[column] !== '#') continue;
      const [x, y] = [label.x0 + (column + 1) * dot, label.y0 + (row + 1) * dot];
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
