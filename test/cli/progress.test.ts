import { expect, it, onTestFinished, vi } from 'vitest';
import { progressLine, startProgress } from '../../src/cli/progress';

it('a plain line tells bytes, percent and the time left', () => {
  expect(progressLine('Fetching', 50e6, 200e6, 10, 'MB')).toBe(
    'Fetching: 50 of 200 MB (25 %, 5.0 MB/s, 30 s left)',
  );
});

it('a plain line counts other things one by one', () => {
  expect(progressLine('Installing', 3, 4, 9, 'packages')).toBe(
    'Installing: 3 of 4 packages (75 %, 0.33 packages/s, 3 s left)',
  );
});

it('nothing is foretold before the first byte', () => {
  expect(progressLine('Fetching', 0, 200e6, 10, 'MB')).toBe('Fetching: 0 of 200 MB (0 %)');
});

it('without a total only the amount is told', () => {
  expect(progressLine('Unpacking', 7e6, 0, 3, 'MB')).toBe('Unpacking: 7 MB');
});

it('what was there before says nothing of the pace', () => {
  expect(progressLine('Reading', 100, 200, 5, 'pictures', 90)).toBe(
    'Reading: 100 of 200 pictures (50 %, 2.0 pictures/s, 50 s left)',
  );
});

it('a bar leaves the terminal as it is, also where nothing ends it', () => {
  const { isTTY } = process.stderr;
  let written = '';
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    written += chunk.toString();
    return true;
  });
  process.stderr.isTTY = true;
  onTestFinished(() => {
    process.stderr.isTTY = isTTY;
    write.mockRestore();
  });
  const progress = startProgress('Reading', 4, 'pictures');
  onTestFinished(() => {
    progress.end();
  });
  progress.update(1);
  expect(written).toContain('Reading [');
  // Modes of the terminal: wrapping, the cursor, the mouse.
  expect(written).not.toMatch(/\x1b\[\?\d+[lh]/);
});
