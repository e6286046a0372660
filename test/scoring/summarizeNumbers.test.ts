import { describe, expect, it } from 'vitest';
import type { PictureLabel } from '../../src/pages/labels/truth';
import { scorePicture } from '../../src/scoring/scorePicture';
import { summarizeNumbers, type NumberEvaluation } from '../../src/scoring/summarizeNumbers';
import { labelled, readAs } from './scans';

type Case = readonly [text: string[] | undefined, read: string[], more?: Partial<PictureLabel>];

const summaryOf = (...cases: readonly Case[]): NumberEvaluation =>
  summarizeNumbers(
    cases.map(([text, read, more]) =>
      scorePicture(labelled([], { texts: text ? [text] : [], ...more }), readAs(read)),
    ),
  );

describe('the summary of numbers', () => {
  it('counts them over all pictures, by kind and by source', () => {
    const { all, kinds, sources, meanOverSources } = summaryOf(
      [['12 -34'], ['12 34'], { kind: 'line', source: 'one' }],
      [['56'], ['56'], { kind: 'page', source: 'one' }],
      [['7.8'], ['7', '8'], { kind: 'page', source: 'two' }],
    );
    expect(all).toEqual({
      pictures: 3,
      numbers: 4,
      right: 2,
      surplus: 3,
      recall: 0.5,
      precision: 0.4,
      signed: 2,
      signedRight: 0,
      exact: 1,
    });
    expect(kinds.line).toMatchObject({ numbers: 2, right: 1, recall: 0.5 });
    expect(sources.one).toMatchObject({ numbers: 3, right: 2 });
    expect(meanOverSources).toBeCloseTo((2 / 3 + 0) / 2, 12);
  });

  it('leaves out pictures of single digits, and those whose numbers nobody has told', () => {
    const { all } = summaryOf([['1 2'], ['1 2']], [undefined, ['12']], [['5'], ['5']]);
    expect(all).toMatchObject({ pictures: 1, numbers: 1, right: 1 });
  });

  it('counts what is read where there is nothing apart from all else', () => {
    const { all, negatives, falseNumbers } = summaryOf([[], ['12 3', '?']], [[], []]);
    expect([all.pictures, negatives, falseNumbers]).toEqual([0, 2, 2]);
  });

  it('says nothing bad of no pictures', () => {
    expect(summaryOf()).toMatchObject({ all: { recall: 1, precision: 1 }, meanOverSources: 1 });
  });
});
