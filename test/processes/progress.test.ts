import { expect, it } from 'vitest';
import { progressLine } from '../../src/processes/progress';

it('a plain line tells bytes, percent and the time left', () => {
  expect(progressLine('Fetching', 50e6, 200e6, 10, 'MB')).toBe(
    'Fetching: 50 of 200 MB (25 %, 30 s left)',
  );
});

it('a plain line counts other things one by one', () => {
  expect(progressLine('Installing', 3, 4, 9, 'packages')).toBe(
    'Installing: 3 of 4 packages (75 %, 3 s left)',
  );
});

it('nothing is foretold before the first byte', () => {
  expect(progressLine('Fetching', 0, 200e6, 10, 'MB')).toBe('Fetching: 0 of 200 MB (0 %)');
});

it('without a total only the amount is told', () => {
  expect(progressLine('Unpacking', 7e6, 0, 3, 'MB')).toBe('Unpacking: 7 MB');
});
