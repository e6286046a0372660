import { median } from '../../numbers/median';
import { boundingBoxOf, centreOf, type Box } from '../../picture/box';
import type { ReadStrips, StripAnswers } from '../../reader/line/lineReader';
import type { Strip, StripPlace } from '../../reader/line/strip';
import { cutPageStrip } from '../../reader/page/cutPageStrip';
import type { Page } from '../../reader/page/readPage';

/** A number alone as the line reader sees it, and what it answers for it. */
export interface NumberStrip {
  readonly strip: Strip;
  readonly answers: StripAnswers;
}

/** How far a strip reaches beyond its number, in heights of digits. */
const MARGIN = 0.5;

/**
 * Cuts a strip around every number of a page, and reads each strip.
 *
 * @param page whose numbers each hold at least one digit
 * @param read the line reader
 * @returns a strip for every number, in reading order
 */
export async function readNumberStrips(
  { reading, detected, inLines, lines: { slope } }: Page,
  read: ReadStrips,
): Promise<NumberStrip[]> {
  const digits = reading.lines.flatMap((line) => line.digits);
  const boxes = new Map(digits.map((digit, at) => [digit, inLines[at].box]));
  const source = { brightness: detected.brightness, turn: detected.pose.turn };
  const strips = reading.lines
    .flatMap(({ numbers }) => numbers)
    .map((number) => number.digits.map((digit) => boxes.get(digit)!))
    .map((around) => cutPageStrip(source, placeOf(around, slope)));
  const answers = await read(strips);
  return strips.map((strip, at) => ({ strip, answers: answers[at] }));
}

function placeOf(boxes: readonly Box[], slope: number): StripPlace {
  const around = boundingBoxOf(boxes);
  const digitHeight = median(boxes.map(({ y0, y1 }) => y1 - y0));
  const left = around.x0 - MARGIN * digitHeight;
  const middles = boxes.map(centreOf).map(({ x, y }) => y - slope * (x - left));
  return {
    left,
    right: around.x1 + MARGIN * digitHeight,
    middle: median(middles),
    slope,
    digitHeight,
  };
}
