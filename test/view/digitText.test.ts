import { expect, it } from 'vitest';
import { digitsText, digitText, mistakenDigits } from '../../src/view/digitText';

/** Ink in the upper left quarter, and in the third pair of rows of the right half's upper row. */
const corner = Uint8Array.from({ length: 784 }, (_, at) => {
  const [row, column] = [Math.floor(at / 28), at % 28];
  const isCorner = row < 14 && column < 14;
  const isLine = column >= 14 && row >= 16 && row < 18;
  return isCorner || isLine ? 255 : 0;
});
const paper = new Uint8Array(784);
const space = '\u2007';

it('a digit is written in seven lines, two of its rows in each', () => {
  expect(digitText(corner)).toEqual([
    ...Array.from({ length: 3 }, () => '█'.repeat(7) + space.repeat(7)),
    '▀'.repeat(7) + space.repeat(7),
    space.repeat(7) + '▀'.repeat(7),
    space.repeat(14),
    space.repeat(14),
  ]);
});

it('digits are written beside each other', () => {
  const lines = digitsText([corner, paper]).split('<br>');
  expect(lines).toHaveLength(7);
  expect(lines[0]).toBe('█'.repeat(7) + space.repeat(21));
});

it('behind a cell stand the digits that were taken so, as many as asked for', () => {
  const digits = {
    images: new Uint8Array([...corner, ...paper, ...corner]),
    labels: Uint8Array.of(3, 3, 5),
  };
  const behind = mistakenDigits(digits, Uint8Array.of(8, 8, 5), 1);
  expect(behind(3, 8)).toBe(`<br>${digitsText([corner])}`);
  expect(behind(5, 5)).toBe(`<br>${digitsText([corner])}`);
  expect(behind(3, 5)).toBe('');
  expect(mistakenDigits(digits, Uint8Array.of(8, 8, 5))(3, 8)).toBe(
    `<br>${digitsText([corner, paper])}`,
  );
});
