import type { Turn } from '../../src/picture/quarterTurn';
import { describe, expect, it } from 'vitest';
import type { PictureLabel } from '../../src/pages/labels/truth';
import { scorePicture } from '../../src/scoring/scorePicture';
import { summarizeScores, type ScanEvaluation } from '../../src/scoring/summarizeScores';
import { labelled, readAs } from './scans';

type Case = readonly [wanted: string[], read: string[] | undefined, more?: Partial<PictureLabel>];

const summaryOf = (...cases: readonly Case[]): ScanEvaluation =>
  summarizeScores(
    cases.map(([wanted, read, more]) => scorePicture(labelled(wanted, more), read && readAs(read))),
  );

describe('the summary of scores', () => {
  it('counts errors by kind and source, and as many as there are digits at most', () => {
    const { all, kinds, sources, meanOverSources, surplus } = summaryOf(
      [['12345'], ['12345'], { source: 'one/hand' }],
      [['12', '34'], ['12', '35'], { source: 'one/hand' }],
      [['1'], ['234'], { source: 'other/hand' }],
    );
    expect(all).toEqual({ pictures: 3, digits: 10, errors: 2, accuracy: 0.8, exact: 1 });
    expect(kinds).toEqual({
      line: { pictures: 2, digits: 6, errors: 1, accuracy: 1 - 1 / 6, exact: 1 },
      page: { pictures: 1, digits: 4, errors: 1, accuracy: 0.75, exact: 0 },
    });
    expect(sources['other/hand'].accuracy).toBe(0);
    expect(meanOverSources).toBeCloseTo((1 - 1 / 9) / 2, 12);
    expect(surplus).toBe(2);
  });

  it('counts what is read where there is nothing apart from all else', () => {
    const { all, negatives, falseDigits, surplus } = summaryOf(
      [['12'], ['12']],
      [[], ['7', '77']],
      [[], []],
    );
    expect(all).toMatchObject({ pictures: 1, accuracy: 1, exact: 1 });
    expect([negatives, falseDigits, surplus]).toEqual([2, 3, 0]);
  });

  it('counts pictures that could not be read as wholly wrong', () => {
    const { all, notRead, upright } = summaryOf([['12'], undefined], [['34'], ['34']]);
    expect(all.accuracy).toBe(0.5);
    expect(notRead).toBe(1);
    expect(upright).toEqual({ pictures: 1, right: 1 });
  });

  it('counts answers and what was left to a person', () => {
    const { answered, unanswered } = summaryOf([['123'], ['1?3']], [[], ['?7']]);
    expect([answered, unanswered]).toEqual([3, 2]);
  });

  it('tells how often the turn was found, of turned pictures and of upright ones', () => {
    const scored = (turn: PictureLabel['turn'], found: Turn): ReturnType<typeof scorePicture> =>
      scorePicture(labelled(['12'], { turn }), readAs(['12'], { turn: found }));
    const negative = scorePicture(labelled([], { turn: 90 }), readAs([]));
    const { turned, upright } = summarizeScores([
      scored(90, 90),
      scored(90, 0),
      scored(180, 180),
      scored(undefined, 0),
      scored(undefined, 270),
      negative,
    ]);
    expect(turned).toEqual({ pictures: 3, right: 2 });
    expect(upright).toEqual({ pictures: 2, right: 1 });
  });

  it('compares how sure the answers are with how often they are right', () => {
    const { reliability, ece } = summarizeScores([
      scorePicture(labelled(['1234']), readAs(['1235'], { confidence: 0.95 })),
      scorePicture(labelled([]), readAs(['7'], { confidence: 0.55 })),
    ]);
    expect(reliability).toHaveLength(10);
    expect(reliability.filter(({ count }) => count > 0)).toEqual([
      { from: 0.5, to: 0.6, count: 1, confidence: 0.55, accuracy: 0 },
      { from: 0.9, to: 1, count: 4, confidence: 0.95, accuracy: 0.75 },
    ]);
    expect(ece).toBeCloseTo((1 * 0.55 + 4 * 0.2) / 5, 12);
  });

  it('says nothing bad of no pictures', () => {
    expect(summaryOf()).toMatchObject({ all: { accuracy: 1 }, meanOverSources: 1, ece: 0 });
  });
});
