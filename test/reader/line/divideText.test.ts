import { describe, expect, it } from 'vitest';
import { answersOf, divideText } from '../../../src/reader/line/divideText';
import { stripAnswers } from './stripAnswers';

describe('the parts of a strip', () => {
  it('end in the middle of a space', () => {
    expect(divideText(stripAnswers(['1', '2', '_', ' ', ' ', '_', '3']))).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 7 },
    ]);
  });

  it('are one where there is no space', () => {
    expect(divideText(stripAnswers(['_', '1', '2']))).toEqual([{ start: 0, end: 3 }]);
    expect(divideText(stripAnswers(['_', '_']))).toEqual([{ start: 0, end: 2 }]);
  });

  it('have the answers of their columns', () => {
    const { columns, logProbabilities } = answersOf(stripAnswers(['1', '2', '_', '3']), {
      start: 1,
      end: 3,
    });
    expect({ columns, logProbabilities }).toEqual(stripAnswers(['2', '_']));
  });
});
