import { describe, expect, it } from 'vitest';
import { scoredLines } from '../../src/scoring/scoredLines';
import { scorePicture } from '../../src/scoring/scorePicture';
import { labelled, readAs } from './scans';

const verdicts = (...args: Parameters<typeof scorePicture>): string[] =>
  scorePicture(...args).digits.map(({ verdict }) => verdict);

describe('the score of a reading', () => {
  it('counts wrong, missing and surplus digits', () => {
    expect(scorePicture(labelled(['314']), readAs(['314'])).errors).toBe(0);
    expect(verdicts(labelled(['314']), readAs(['374']))).toEqual(['right', 'wrong', 'right']);
    expect(verdicts(labelled(['314']), readAs(['34']))).toEqual(['right', 'missing', 'right']);
    expect(verdicts(labelled(['34']), readAs(['3', '14']))).toEqual(['right', 'surplus', 'right']);
    expect(verdicts(labelled([]), readAs(['7']))).toEqual(['surplus']);
  });

  it('takes a picture that could not be read as wholly wrong', () => {
    expect(verdicts(labelled(['31']), undefined)).toEqual(['missing', 'missing']);
  });

  it('does not ask how the digits are divided into lines', () => {
    expect(scorePicture(labelled(['31', '4']), readAs(['3', '14'])).errors).toBe(0);
  });

  it('asks for the order, but where the label knows none', () => {
    expect(scorePicture(labelled(['12', '34']), readAs(['34', '12'])).errors).toBe(4);
    expect(
      scorePicture(labelled(['12', '34'], { isScattered: true }), readAs(['34', '12'])).errors,
    ).toBe(0);
  });

  it('takes a mark without a digit as no answer', () => {
    const { errors, unanswered } = scorePicture(labelled(['314']), readAs(['3?4']));
    expect([errors, unanswered.length]).toEqual([1, 1]);
  });

  it('leaves out marks whose middle lies in an ignored box', () => {
    const ignored = [{ x0: 15, y0: 0, x1: 25, y1: 5 }];
    const score = scorePicture(labelled(['34'], { ignored }), readAs(['3?4']));
    expect([score.errors, score.unanswered.length]).toEqual([0, 0]);
    const beside = [{ x0: 15, y0: 0, x1: 24.9, y1: 5 }];
    expect(scorePicture(labelled(['34'], { ignored: beside }), readAs(['314'])).errors).toBe(1);
  });

  it('tells by the boxes which of like digits is missing', () => {
    const digits = [0, 1, 2].map((order) => ({
      digit: 1,
      line: 0,
      box: { x0: 20 * order - 20, y0: 0, x1: 20 * order - 10, y1: 10 },
    }));
    expect(verdicts(labelled([], { digits }), readAs(['11']))).toEqual([
      'missing',
      'right',
      'right',
    ]);
  });

  it('tells by the lines which of like digits is missing where there are no boxes', () => {
    const { digits } = scorePicture(labelled(['47', '7', '71']), readAs(['47', '', '71']));
    expect(digits.filter(({ verdict }) => verdict === 'missing')).toEqual([
      { verdict: 'missing', line: 1, label: { digit: 7, line: 1 } },
    ]);
  });
});

describe('lines beside their labels', () => {
  it('are equally long, with a dot where a digit is missing or surplus', () => {
    const score = scorePicture(labelled(['314', '15', '92']), readAs(['34', '715', '92']));
    const lines = scoredLines(score);
    expect(lines.map(({ label }) => label)).toEqual(['314·', '15', '92']);
    expect(lines.map(({ read }) => read)).toEqual(['3·47', '15', '92']);
    expect(lines.map(({ errors }) => errors)).toEqual([2, 0, 0]);
  });

  it('are one where nothing is to be read', () => {
    expect(scoredLines(scorePicture(labelled([]), readAs(['7', '1'])))).toMatchObject([
      { label: '··', read: '71' },
    ]);
  });
});
