import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeError, foundInstead } from '../../src/files/readError';

function errorOf(path: string): Error {
  try {
    readFileSync(path);
  } catch (error) {
    return error as Error;
  }
  throw new Error(`${path} can be read`);
}

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
      'none.txt: expected a file or folder to work with, found no such file (ENOENT); check the path',
    );
  });

  it('is left to errors that say it themselves', () => {
    expect(describeError(new Error('a.png: expected 1, found 2'))).toBe(
      'a.png: expected 1, found 2',
    );
  });
});
