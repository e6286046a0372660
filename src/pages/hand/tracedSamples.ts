import type { DigitSet } from '../../digits/digitSet';
import { vectorizeDigit } from '../../strokes/vectorizeDigit';
import type { PenSample } from './penWriters';

/** Points are kept to a thousandth of a digit's height. */
const POINTS_A_HEIGHT = 1000;

/**
 * Traces the pen's way through pictures of digits, so that they can be written again as recorded handwriting is.
 *
 * @param digits ink bright on dark, as in MNIST
 * @param collection what their writers are called, with a number
 * @param writerCount among how many writers the digits are dealt out: who wrote which is seldom known, and each page
 *   is written by one
 * @returns a sample for each digit whose strokes can be told
 */
export function traceSamples(
  { count, width, height, images, labels }: DigitSet,
  collection: string,
  writerCount: number,
): PenSample[] {
  const pixels = width * height;
  const samples: PenSample[] = [];
  for (let index = 0; index < count; index++) {
    const data = images.subarray(index * pixels, (index + 1) * pixels);
    const strokes = vectorizeDigit({ width, height, data });
    if (strokes.length === 0) continue;
    samples.push({
      label: String(labels[index]),
      writer: `${collection}-${index % writerCount}`,
      strokes: strokes.map(pointsOf),
    });
  }
  return samples;
}

function pointsOf(stroke: Float32Array): [x: number, y: number][] {
  const points: [number, number][] = [];
  for (let at = 0; at < stroke.length; at += 3) {
    points.push([
      Math.round(stroke[at] * POINTS_A_HEIGHT),
      Math.round(stroke[at + 1] * POINTS_A_HEIGHT),
    ]);
  }
  return points;
}
