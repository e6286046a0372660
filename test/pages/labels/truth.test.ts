import { expect, it } from 'vitest';
import { linesOf } from '../../../src/pages/labels/truth';

it('the digits of every line are in reading order, those of empty lines none', () => {
  const digits = [
    { digit: 3, line: 0 },
    { digit: 1, line: 0 },
    { digit: 4, line: 2 },
  ];
  expect(linesOf({ digits })).toEqual(['31', '', '4']);
});

it('there are no lines where there are no digits', () => {
  expect(linesOf({ digits: [] })).toEqual([]);
});
