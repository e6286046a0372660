import { expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import type { Canvas } from '../../../src/pages/canvas/canvas';
import { printGuilloche } from '../../../src/pages/sheet/guilloche';

const [width, height] = [120, 60];
function printed(strength: readonly [number, number], seed: number): Canvas {
  const white = (): Float32Array => new Float32Array(width * height).fill(1);
  const canvas = { width, height, red: white(), green: white(), blue: white() };
  printGuilloche(canvas, 20, strength, createRandom(seed));
  return canvas;
}
const darkest = ({ red, green, blue }: Canvas): number =>
  Math.min(...[red, green, blue].map((channel) => Math.min(...channel)));

it.each([1, 2, 3, 4])('a security pattern leaves paper between its lines (%i)', (seed) => {
  const { red } = printed([0.4, 0.4], seed);
  expect(Math.max(...red)).toBe(1);
  expect(new Set(red).size).toBeGreaterThan(100);
});

it('a security pattern takes as much light as is asked for, in each of three layers at most', () => {
  for (let seed = 0; seed < 20; seed++) {
    expect(darkest(printed([0.1, 0.1], seed))).toBeGreaterThanOrEqual(0.9 ** 3 - 1e-6);
  }
  expect(darkest(printed([0, 0], 1))).toBe(1);
  const strongest = Array.from({ length: 20 }, (_, seed) => darkest(printed([0.5, 0.5], seed)));
  expect(Math.min(...strongest)).toBeLessThan(0.6);
});
