import { describe, expect, it } from 'vitest';
import { countClasses } from '../../src/digits/classCounts';
import type { DigitSet } from '../../src/digits/digitSet';
import { splitTable } from '../../src/digits/splitTable';

/** Digits of one pixel, which says which it is of its kind; sorted by label, as tables often are. */
function sorted(count: number): DigitSet {
  const labels = Uint8Array.from({ length: count }, (_, index) => Math.floor((10 * index) / count));
  const images = Uint8Array.from({ length: count }, (_, index) => index % 256);
  return { count, width: 1, height: 1, images, labels };
}

const names = ({ images, labels }: DigitSet): string[] =>
  Array.from(labels, (label, index) => `${label}: ${images[index]}`);

describe('a table that is divided', () => {
  it('keeps a tenth for the test and a tenth to choose by, and loses nothing', () => {
    const digits = sorted(300);
    const { training, validation, test } = splitTable(digits, 'a table');
    expect([training.count, validation.count, test.count]).toEqual([240, 30, 30]);
    expect([training, validation, test].flatMap(names).sort()).toEqual(names(digits).sort());
  });

  it('has all digits in each part, also where it is sorted', () => {
    const { training, validation, test } = splitTable(sorted(1000), 'a table');
    for (const part of [training, validation, test]) {
      expect(Math.min(...countClasses(part.labels))).toBeGreaterThan(0);
    }
  });

  it('is divided in the same way each time', () => {
    expect(splitTable(sorted(100), 'a table')).toEqual(splitTable(sorted(100), 'a table'));
  });

  it('chooses by 5,000 digits at most', () => {
    expect(splitTable(sorted(80_000), 'a table').validation.count).toBe(5000);
  });

  it('has a hundred digits at least', () => {
    expect(() => splitTable(sorted(99), 'a.csv')).toThrow(
      'a.csv: expected at least 100 digits to learn from, found 99',
    );
  });
});
