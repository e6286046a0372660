import { expect, it } from 'vitest';
import { drawnDigit } from '../../../src/web/pad/drawnDigit';

/** The rows and columns with ink, first and last. */
function inkOf(image: Uint8Array): { rows: number[]; columns: number[] } {
  const at = Array.from(image.keys()).filter((pixel) => image[pixel] > 100);
  const ends = (values: number[]): number[] => [Math.min(...values), Math.max(...values)];
  return {
    rows: ends(at.map((pixel) => Math.floor(pixel / 28))),
    columns: ends(at.map((pixel) => pixel % 28)),
  };
}

it('a drawn digit is 20 pixels high in the middle of 28, with a line of two or three', () => {
  const { rows, columns } = inkOf(
    drawnDigit([
      [
        [200, 50],
        [200, 90],
      ],
    ]),
  );
  expect(rows[1] - rows[0]).toBeGreaterThanOrEqual(18);
  expect(rows[1] - rows[0]).toBeLessThanOrEqual(20);
  expect(columns[1] - columns[0]).toBeGreaterThanOrEqual(1);
  expect(columns[1] - columns[0]).toBeLessThanOrEqual(2);
  expect(Math.abs(columns[0] + columns[1] - 27)).toBeLessThanOrEqual(2);
});

it('how large and where it is drawn changes nothing', () => {
  const seven = [
    [0, 0],
    [60, 0],
    [20, 100],
  ] as const;
  const moved = seven.map(([x, y]) => [300 + 3 * x, 40 + 3 * y] as const);
  expect(drawnDigit([moved])).toEqual(drawnDigit([seven]));
});

it('a point is drawn, too', () => {
  expect(Math.max(...drawnDigit([[[7, 7]]]))).toBe(255);
});
