import { expect, it } from 'vitest';
import { checkFinite } from '../../src/training/checkFinite';

it('a finite loss is well, whatever it is', () => {
  expect(() => {
    checkFinite([0, -1, 1e30], 'step 1');
  }).not.toThrow();
});

it.each([NaN, Infinity, -Infinity])('a loss of %d says where, and what to do', (loss) => {
  expect(() => {
    checkFinite([0.5, loss], 'step 12');
  }).toThrow(
    `expected a finite loss, found ${loss} in step 12: the network has diverged; choose a smaller learning rate`,
  );
});
