import type { DigitSet } from '../digits/digitSet';
import { resampleArea } from '../picture/resample';

/** Pixels along each side of a digit as it is written; even. */
const SIDE = 14;
/** From this ink on a pixel is written. */
const INK = 90;
/** A square of which the upper half, the lower half, both or none is ink. */
const blocks = { '10': '▀', '01': '▄', '11': '█', '00': '\u2007' } as const;

/**
 * Writes a digit in block letters, for texts that cannot hold pictures, such as those under the mouse.
 *
 * @param image ink in 0..255; [28, 28]
 * @returns seven lines of fourteen characters, for a font of one width
 */
export function digitText(image: Uint8Array): string[] {
  const plane = { width: 28, height: 28, data: image };
  const small = resampleArea(plane, { x0: 0, y0: 0, x1: 28, y1: 28 }, SIDE, SIDE);
  return Array.from({ length: SIDE / 2 }, (_, row) =>
    Array.from({ length: SIDE }, (__, column) => {
      const [upper, lower] = [2 * row, 2 * row + 1].map((y) => small[y * SIDE + column] > INK);
      return blocks[`${Number(upper)}${Number(lower)}` as keyof typeof blocks];
    }).join(''),
  );
}

/** Writes digits beside each other, as {@link digitText} does; `<br>` breaks the lines. */
export function digitsText(images: readonly Uint8Array[]): string {
  const digits = images.map(digitText);
  return Array.from({ length: SIDE / 2 }, (_, row) =>
    digits.map((lines) => lines[row]).join(''),
  ).join('<br>');
}

/**
 * Writes the digits behind the cells of a confusion matrix, a few of each.
 *
 * @param digits what was classified
 * @param answers what they were taken for; [count]
 * @param most how many of a cell. @default 4
 * @returns what is to stand under the mouse at a cell: digits of the first class that were taken for the second
 */
export function mistakenDigits(
  { images, labels }: Pick<DigitSet, 'images' | 'labels'>,
  answers: Uint8Array,
  most = 4,
): (label: number, answer: number) => string {
  return (label, answer) => {
    const shown = Array.from(labels.keys())
      .filter((index) => labels[index] === label && answers[index] === answer)
      .slice(0, most)
      .map((index) => images.subarray(index * 784, (index + 1) * 784));
    return shown.length === 0 ? '' : `<br>${digitsText(shown)}`;
  };
}
