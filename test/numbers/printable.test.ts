import { describe, expect, it } from 'vitest';
import { printable, printableLines } from '../../src/numbers/printable';
import { spreadsheetName } from '../../src/numbers/spreadsheetName';

describe('what is printed', () => {
  it.each([
    [
      'a terminal is controlled with',
      '\u001b]0;title\u0007\u009b2J',
      '\\u001b]0;title\\u0007\\u009b2J',
    ],
    [
      'breaks a line',
      'a.png\nb.png: 7\r\u0085\u2028\u2029',
      'a.png\\u000ab.png: 7\\u000d\\u0085\\u2028\\u2029',
    ],
    ['turns the direction of writing', '\u202e\u2066\u200f\u061c', '\\u202e\\u2066\\u200f\\u061c'],
    ['cannot be seen', '\u200b\ufeff\u00ad\u{e0041}', '\\u200b\\ufeff\\u00ad\\udb40\\udc41'],
    ['is half a character', '\ud83d', '\\ud83d'],
  ])('shows as codes what %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('shows all other characters as they are', () => {
    expect(printable('Größe 7 ½, 数字.png \u{1f600}')).toBe('Größe 7 ½, 数字.png \u{1f600}');
  });

  it('leaves JSON the same JSON', () => {
    const value = { file: 'a\u202e\u009b\n.png' };
    expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
  });

  it('keeps the breaks of lines that are our own', () => {
    expect(printableLines('one\ntwo\u001b')).toBe('one\ntwo\\u001b');
  });
});

describe('the name of a file in a table', () => {
  it.each(['=cmd|x.png', '+1.png', '-1.png', '@a.png', '\ta.png'])('is no formula: %j', (name) => {
    expect(spreadsheetName(name)).toBe(`./${name}`);
  });

  it('stays as it is otherwise', () => {
    expect(spreadsheetName('scans/=1.png')).toBe('scans/=1.png');
  });
});
