import { expect, it } from 'vitest';
import { percentText } from '../../src/web/percentText';

it.each([
  [0, '0 %'],
  [0.004, '< 1 %'],
  [0.456, '46 %'],
  [0.994, '99 %'],
  [0.9991, '> 99 %'],
  [1, '100 %'],
])('%f is written %s', (share, text) => {
  expect(percentText(share)).toBe(text);
});
