import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { randomNumberLine } from '../../../src/pages/text/numberForms';

const lines = Array.from({ length: 3000 }, (_, seed) =>
  randomNumberLine(createRandom(seed), 'latin'),
);

describe('lines of numbers', () => {
  it.each([
    ['an amount with groups and decimals', /^[1-9]\.\d{3},\d{2}$/],
    ['an amount of cheques', /^[1-9]\d\d\.-$/],
    ['a date', /^[1-9]\/[1-9]\/\d{2}$/],
    ['a word beside a number', /[a-z]{3,} \d|\d [a-z]{3,}/i],
    ['digits apart', /^\d( \d){3,}$/],
    ['words alone', /^[a-z]+( [a-z]+)+$/i],
    ['a digit twice in a row', /(\d)\1/],
    ['zeros at its end', /\d00$/],
  ])('hold %s now and then', (_, form) => {
    expect(lines.some((line) => form.test(line))).toBe(true);
  });

  it('leave no placeholder of their forms', () => {
    expect(lines.filter((line) => /[#@~]/.test(line))).toEqual([]);
  });

  it('are parted by single spaces, and mostly hold a digit', () => {
    expect(lines.filter((line) => line === '' || / {2}|^ | $/.test(line))).toEqual([]);
    expect(lines.filter((line) => /\d/.test(line)).length).toBeGreaterThan(0.7 * lines.length);
  });
});
