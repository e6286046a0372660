import { expect, it } from 'vitest';
import { ANSWER_COUNT, SYMBOLS } from '../../../src/reader/line/alphabet';
import { lineProbabilities } from '../../../src/reader/line/lineProbabilities';

it('lists what may stand on a strip with its probabilities along it, and nothing else', () => {
  const shares = new Float32Array(2 * ANSWER_COUNT).fill(0.001);
  const place = (column: number, symbol: string): number =>
    column * ANSWER_COUNT + SYMBOLS.indexOf(symbol) + 1;
  shares[0] = 0.5;
  shares[place(0, '7')] = 0.25;
  shares[place(1, '7')] = 0.75;
  shares[place(1, ' ')] = 0.125;
  shares[place(1, '1')] = 0.04;
  const listed = lineProbabilities({ columns: 2, logProbabilities: shares.map(Math.log) });
  expect(listed.map(({ name }) => name)).toEqual(['7', 'space']);
  expect(listed[0].shares[0]).toBeCloseTo(0.25);
  expect(listed[0].shares[1]).toBeCloseTo(0.75);
});
