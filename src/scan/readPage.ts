import type { ClassifyDigits } from '../model/classify';
import { findInk, type Ink } from './findInk';
import { findMarks, type Mark } from './findMarks';
import { normalizeDigit } from '../data/normalizeDigit';
import { orderLines } from './orderLines';
import type { DigitReading, LineReading, PageReading } from './pageReading';
import type { Box, Picture } from '../data/picture';
import { readMark } from './readMark';
import { shrinkPicture } from './shrinkPicture';
import { turnMark, type Turn } from './turnMark';

/** How a page is read. */
export interface ReadOptions {
  /**
   * The least probability of an answer; a mark whose likeliest digit is less likely stays without
   * one; 0..1.
   *
   * @default 0.6
   */
  readonly leastConfidence: number;
}

export const defaultReadOptions: ReadOptions = { leastConfidence: 0.6 };

/** What came out of each stage of reading a page. */
export interface PageStages {
  /** The picture as it was worked on; the stages' boxes are in its pixels. */
  readonly picture: Picture;
  readonly ink: Ink;
  /** The marks in reading order. */
  readonly marks: readonly Mark[];
  /** The marks in MNIST's form, upright; [marks, 28, 28]. */
  readonly images: Uint8Array;
}

/** A page that was read. */
export interface Page {
  readonly reading: PageReading;
  readonly stages: PageStages;
}

// A larger picture is made smaller by a whole factor: a line of handwriting still has the 20 pixels
// that MNIST's digits have, and memory and time stay bounded.
const mostPixels = 4e6;

/**
 * Reads the handwritten digits of a picture: ink, marks, MNIST's form, answers, lines. A page that
 * lies on its side is read as if it stood upright.
 *
 * @param picture an opaque picture
 * @param classify called once with all marks of the page, not at all where there are none
 */
export async function readPage(
  picture: Picture,
  classify: ClassifyDigits,
  options: ReadOptions = defaultReadOptions,
): Promise<Page> {
  const pixels = picture.width * picture.height;
  const factor = Math.ceil(Math.sqrt(pixels / mostPixels));
  const small = shrinkPicture(picture, factor);
  const ink = findInk(small);
  const marks = findMarks(ink);
  const { turn, answers, images } = chooseTurn(await readTurned(marks, classify, options));

  const lines = orderLines(marks.map((mark) => turnMark(mark, turn).box));
  const order = lines.flat();
  const readings = marks.map(({ box }, at): DigitReading => ({
    ...answers[at],
    box: scaleBox(box, factor, picture),
  }));
  return {
    reading: {
      width: picture.width,
      height: picture.height,
      turn,
      lines: lines.map((line) => readLine(line.map((at) => readings[at]))),
    },
    stages: {
      picture: small,
      ink,
      marks: order.map((at) => marks[at]),
      images: concatenate(order.map((at) => images[at])),
    },
  };
}

/** The marks of a page as they read when the page is turned. */
interface TurnedReading {
  readonly turn: Turn;
  readonly images: readonly Uint8Array[];
  readonly answers: readonly Omit<DigitReading, 'box'>[];
}

async function readTurned(
  marks: readonly Mark[],
  classify: ClassifyDigits,
  { leastConfidence }: ReadOptions,
): Promise<TurnedReading[]> {
  // Few marks do not tell how a page lies: a 1 on its side is a dash and the other way round.
  const turns: readonly Turn[] = marks.length < 4 ? [0] : [0, 90, 270];
  const turned = turns.map((turn) => marks.map((mark) => turnMark(mark, turn)));
  const images = turned.map((side) => side.map(({ ink }) => normalizeDigit(ink)));
  const count = turns.length * marks.length;
  const probabilities =
    count === 0 ? new Float32Array(0) : await classify(concatenate(images.flat()), count);
  return turns.map((turn, side) => ({
    turn,
    images: images[side],
    answers: turned[side].map((mark, at) => {
      const start = 10 * (side * marks.length + at);
      return readMark(mark, probabilities.subarray(start, start + 10), leastConfidence);
    }),
  }));
}

// Digits are read with less confidence on their sides; the cube lets the clear ones decide.
function chooseTurn([upright, ...others]: TurnedReading[]): TurnedReading {
  const score = ({ answers }: TurnedReading): number =>
    answers.reduce((sum, { confidence }) => sum + confidence ** 3, 0);
  const best = others.reduce((a, b) => (score(b) > score(a) ? b : a), upright);
  return score(best) > 1.2 * score(upright) ? best : upright;
}

function readLine(digits: readonly DigitReading[]): LineReading {
  return { text: digits.map(({ digit }) => digit ?? '?').join(''), digits };
}

function scaleBox(box: Box, factor: number, { width, height }: Picture): DigitReading['box'] {
  return [
    box.x0 * factor,
    box.y0 * factor,
    Math.min(box.x1 * factor, width),
    Math.min(box.y1 * factor, height),
  ];
}

function concatenate(images: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(images.length * 28 * 28); // [images, 28, 28]
  images.forEach((image, at) => {
    all.set(image, at * 28 * 28);
  });
  return all;
}
