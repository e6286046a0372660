import { describe, expect, it } from 'vitest';
import { groupPaths } from '../../../src/web/pad/groupPaths';
import type { PenPath } from '../../../src/web/pad/penPath';

const line = (x0: number, y0: number, x1: number, y1: number): PenPath =>
  Array.from({ length: 21 }, (_, step) => [
    x0 + ((x1 - x0) * step) / 20,
    y0 + ((y1 - y0) * step) / 20,
  ]);

const one = line(300, 0, 300, 100);
const [angle, stem] = [
  [...line(20, 0, 0, 60), ...line(0, 60, 60, 60)] as PenPath,
  line(45, 30, 40, 100),
];

describe('what is drawn side by side', () => {
  it('is a digit each, from left to right, in whatever order it was drawn', () => {
    const two = line(100, 0, 150, 100);
    expect(groupPaths([one, two])).toEqual([[two], [one]]);
  });

  it('is one digit where lines lie above each other or touch', () => {
    expect(groupPaths([angle, one, stem])).toEqual([[angle, stem], [one]]);
    const [trunk, hat] = [line(0, 0, 0, 100), line(3, 0, 60, 0)];
    expect(groupPaths([trunk, hat])).toEqual([[trunk, hat]]);
  });

  it('is one digit where a line joins two that were apart', () => {
    const [left, right, bar] = [line(0, 0, 0, 100), line(60, 0, 60, 100), line(0, 50, 60, 50)];
    expect(groupPaths([left, right])).toHaveLength(2);
    expect(groupPaths([left, right, bar])).toEqual([[left, right, bar]]);
  });

  it('is nothing where nothing is drawn, and a point is a digit, too', () => {
    expect(groupPaths([])).toEqual([]);
    expect(groupPaths([[[5, 5]]])).toEqual([[[[5, 5]]]]);
  });
});
