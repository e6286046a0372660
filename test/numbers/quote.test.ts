import { describe, expect, it } from 'vitest';
import { naming, oneLine, quote, reasonOf } from '../../src/numbers/quote';

describe('what errors quote', () => {
  it('is one short line without control characters', () => {
    expect(oneLine('two\nlines \u001b[2J')).toBe('two lines \\u001b[2J');
    expect(oneLine('x'.repeat(500))).toBe(`${'x'.repeat(200)}…`);
    // More line breaks than a list can have places.
    expect(quote('\0'.repeat(150e6))).toMatch(/^"(\\u0000)+\\?u?0*…$/);
  });

  it.each([
    [undefined, 'nothing'],
    [NaN, 'NaN'],
    ['a\nb', '"a\\nb"'],
    [{ a: [1] }, '{"a":[1]}'],
  ])('shows %j as %s', (value, text) => {
    expect(quote(value)).toBe(text);
  });

  it('leaves out how code speaks of its mistakes', () => {
    expect(reasonOf(new Error('no\nend'))).toBe('no end');
    expect(reasonOf('no picture')).toBe('no picture');
    expect(reasonOf(new TypeError('Cannot read properties of undefined'))).toBe(
      'content that contradicts itself',
    );
  });

  it('names the file of what a check refuses', () => {
    const refused = (error: Error) => () =>
      naming('a.json', () => {
        throw error;
      });
    expect(refused(new RangeError('expected 1'))).toThrow('a.json: expected 1');
    expect(refused(new Error('disk full'))).toThrow(/^disk full$/);
  });
});
