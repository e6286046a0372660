import { expect, it } from 'vitest';
import { isDoubtful } from '../../../src/reader/page/doubt';
import { markOf } from './readings';

it.each([
  ['an answer of 0.9 is sure', markOf(3, 0.9), false],
  ['an answer below is doubtful', markOf(3, 0.8999), true],
  ['a refused mark of 0.3 is no digit', markOf(null, 0.3), false],
  ['a refused mark above is doubtful', markOf(null, 0.31), true],
  ['so is one that looks surely like a digit', markOf(null, 0.99), true],
])('%s', (_, mark, expected) => {
  expect(isDoubtful(mark)).toBe(expected);
});
