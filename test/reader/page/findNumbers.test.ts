import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../src/reader/page/findNumbers';
import { readAs } from '../../scoring/scans';

const numbersIn = (text: string): string[] =>
  findNumbers(readAs([text]).lines[0]).map((number) => number.text);

describe('the numbers of a line', () => {
  it('are apart by spaces, and hold the signs between their digits', () => {
    expect(numbersIn('51.48 17/5/25  12:30')).toEqual(['51.48', '17/5/25', '12:30']);
  });

  it('are apart by operators and brackets', () => {
    expect(numbersIn('5+3=8 (12)2x4')).toEqual(['5', '3', '8', '12', '2', '4']);
  });

  it('begin with a minus or a decimal mark, not with what else stands before', () => {
    expect(numbersIn('-54 .5 -,5 --7 /8 :9')).toEqual(['-54', '.5', '-,5', '-7', '8', '9']);
  });

  it('end with a sign of per cent or currency, not with what else stands behind', () => {
    expect(numbersIn('25% 12€ $3 4. 5,- 6/ 7:')).toEqual(['25%', '12€', '$3', '4', '5', '6', '7']);
  });

  it('have a ? for every mark without a digit', () => {
    expect(numbersIn('1?.5 ?')).toEqual(['1?.5', '?']);
  });

  it('are none where there are signs alone', () => {
    expect(numbersIn('- . /')).toEqual([]);
  });

  it('know where they stand, and their own digits and signs', () => {
    const [, second] = findNumbers(readAs(['-1 - 2.5 3']).lines[0]);
    expect(second).toMatchObject({
      text: '2.5',
      start: 5,
      box: { x0: 100, y0: 0, x1: 150, y1: 10 },
    });
    expect(second.digits.map(({ digit }) => digit)).toEqual([2, 5]);
    expect(second.signs.map(({ symbol, box }) => [symbol, box.x0])).toEqual([['.', 120]]);
  });

  it('are framed with the signs at their ends', () => {
    const [minus] = findNumbers(readAs(['-4']).lines[0]);
    expect(minus.box).toEqual({ x0: 0, y0: 0, x1: 30, y1: 10 });
  });
});
