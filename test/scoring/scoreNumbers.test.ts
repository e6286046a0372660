import { describe, expect, it } from 'vitest';
import type { PictureLabel } from '../../src/pages/labels/truth';
import { numbersInText } from '../../src/pages/labels/numbersInText';
import { scoreNumbers, type NumberScore } from '../../src/scoring/scoreNumbers';
import { labelled, readAs } from './scans';

describe('the numbers in a text', () => {
  it('are apart by spaces, lines and operators', () => {
    expect(numbersInText(['12 + 3=15', '(4)', '2x5 6×7*8÷9'])).toEqual(
      '12 3 15 4 2 5 6 7 8 9'.split(' '),
    );
  });

  it('keep the signs within, a minus in front and a unit behind', () => {
    expect(numbersInText(['17/5/25 12:30 -54 25%'])).toEqual(['17/5/25', '12:30', '-54', '25%']);
    expect(numbersInText(["--7 3'36 $5"])).toEqual(['-7', "3'36", '$5']);
  });

  it('lose the other signs at their ends', () => {
    expect(numbersInText(['.5 /6 :7 %8 9. 5.- 4,- 3/'])).toEqual('5 6 7 8 9 5 4 3'.split(' '));
  });

  it('take points for commas, and all dashes for one', () => {
    expect(numbersInText(['51,48 3·5', '−5 –6 1—2'])).toEqual(['51.48', '3.5', '-5', '-6', '1-2']);
  });

  it('hold a digit', () => {
    expect(numbersInText(['- . % ? 1?'])).toEqual(['1?']);
  });
});

const scoreOf = (
  texts: readonly (readonly string[])[],
  read: readonly string[] | undefined,
  more: Partial<PictureLabel> = {},
): NumberScore | undefined => scoreNumbers(labelled([], { ...more, texts }), read && readAs(read));

describe('the score of numbers', () => {
  it('counts those that are read whole, and those that are surplus', () => {
    expect(scoreOf([['51.48 -7', '12']], ['51,48 7', '12'])).toEqual({
      label: ['51.48', '-7', '12'],
      read: ['51.48', '7', '12'],
      right: 2,
      surplus: 1,
      signed: 2,
      signedRight: 1,
    });
  });

  it('takes none for right that is torn or joined', () => {
    expect(scoreOf([['123 45']], ['12 3 45'])).toMatchObject({ right: 1, surplus: 2 });
    expect(scoreOf([['123 45']], ['12345'])).toMatchObject({ right: 0, surplus: 1 });
  });

  it('asks for the order, but where the label knows none', () => {
    const texts = [['12 34 56']];
    expect(scoreOf(texts, ['34', '56', '12'])?.right).toBe(2);
    expect(scoreOf(texts, ['34', '56', '12'], { isScattered: true })?.right).toBe(3);
    expect(scoreOf([['12 12']], ['12'], { isScattered: true })?.right).toBe(1);
  });

  it('counts those with signs in whatever order', () => {
    expect(scoreOf([['-1', '-2']], ['-2', '-1'])).toMatchObject({ right: 1, signedRight: 2 });
  });

  it('goes by the text that fits best', () => {
    const texts = [['1 2 3'], ['123'], ['12 3']];
    expect(scoreOf(texts, ['123'])).toMatchObject({ label: ['123'], right: 1, surplus: 0 });
    expect(scoreOf(texts, ['1 2 4'])).toMatchObject({ label: ['1', '2', '3'], right: 2 });
    expect(scoreOf(texts, ['7'])).toMatchObject({ label: ['1', '2', '3'], right: 0 });
  });

  it('leaves out digits and signs in ignored boxes', () => {
    const ignored = [{ x0: 20, y0: 0, x1: 50, y1: 10 }];
    expect(scoreOf([['5 6']], ['5-76'], { ignored })?.read).toEqual(['5', '6']);
  });

  it('takes a picture that could not be read as one without numbers', () => {
    expect(scoreOf([['12']], undefined)).toMatchObject({ right: 0, surplus: 0, read: [] });
  });

  it('says nothing where the label does not tell the numbers', () => {
    expect(scoreOf([], ['12'])).toBeUndefined();
  });
});
