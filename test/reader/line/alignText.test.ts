import { describe, expect, it } from 'vitest';
import { alignText } from '../../../src/reader/line/alignText';
import { stripAnswers } from './stripAnswers';

describe('a text along the columns', () => {
  it('has each symbol where it is seen', () => {
    expect(alignText(stripAnswers(['_', '1', '1', '_', '2', '_']), '12')).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 5 },
    ]);
  });

  it('needs no blank between symbols that differ', () => {
    expect(alignText(stripAnswers(['1', '2', '2']), '12')).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 3 },
    ]);
  });

  it('has a blank between two that are the same', () => {
    const doubtful = stripAnswers(['1', { 1: 0.7, _: 0.3 }, '1']);
    expect(alignText(doubtful, '1')).toEqual([{ start: 0, end: 3 }]);
    expect(alignText(doubtful, '11')).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]);
  });

  it('takes the likeliest columns', () => {
    expect(alignText(stripAnswers([{ 1: 0.4, _: 0.6 }, { 1: 0.6, _: 0.4 }, '_']), '1')).toEqual([
      { start: 1, end: 2 },
    ]);
  });

  it('is none where there are too few columns', () => {
    expect(alignText(stripAnswers(['1', '2']), '123')).toBeUndefined();
    expect(alignText(stripAnswers(['1', '1']), '11')).toBeUndefined();
  });

  it('without symbols has no columns', () => {
    expect(alignText(stripAnswers(['_', '1']), '')).toEqual([]);
  });
});
