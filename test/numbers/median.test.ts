import { expect, it } from 'vitest';
import { median } from '../../src/numbers/median';

it.each([
  [[7], 7],
  [[10, 9, 100], 10],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  const given = [...values];
  expect(median(given)).toBe(expected);
  expect(given).toEqual(values);
});
