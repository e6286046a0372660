import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { describeError, foundInstead } from '../../src/files/readError';

function errorIn(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing fails');
}

const errorOf = (path: string): Error => errorIn(() => readFileSync(path));

describe('why a file cannot be read', () => {
  it.each([
    ['none.txt', 'no such file'],
    ['package.json/a', 'a file where a folder would be'],
    ['src', 'a folder'],
    ['x'.repeat(300), 'a name that is too long'],
  ])('%s: %s', (path, found) => {
    expect(foundInstead(errorOf(path))).toBe(found);
  });

  it('names the file, and what to do', () => {
    expect(describeError(errorOf('none.txt'))).toBe(
      'none.txt cannot be read: no such file (ENOENT). Check the path.',
    );
  });

  it('tells which package is missing', () => {
    const missing = (): unknown => createRequire(__filename)('@none/such') as unknown;
    expect(describeError(errorIn(missing))).toBe(
      '@none/such is not installed. Run `npm install @none/such`.',
    );
  });

  it('is left to errors that say it themselves', () => {
    expect(describeError(new Error('a.png: expected 1, found 2'))).toBe(
      'a.png: expected 1, found 2',
    );
  });
});
