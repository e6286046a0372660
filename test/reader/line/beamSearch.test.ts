import { describe, expect, it } from 'vitest';
import { searchTexts } from '../../../src/reader/line/beamSearch';
import { pathsOf, stripAnswers, textOfPath } from './stripAnswers';

const doubtful = [
  { _: 0.3, 1: 0.5, 2: 0.2 },
  { _: 0.6, 1: 0.3, 2: 0.1 },
  { _: 0.1, 1: 0.5, 2: 0.4 },
  { _: 0.4, 1: 0.35, 2: 0.25 },
] as const;

describe('the likeliest texts of a strip', () => {
  it('are as probable as all paths to them together', () => {
    const sums = new Map<string, number>();
    for (const path of pathsOf(['_', '1', '2'], 4)) {
      const text = textOfPath(path);
      const probability = doubtful.reduce(
        (product, column, at) => product * column[path[at] as '_' | '1' | '2'],
        1,
      );
      sums.set(text, (sums.get(text) ?? 0) + probability);
    }
    const found = searchTexts(stripAnswers(doubtful), 100);
    expect(new Set(found.map(({ text }) => text))).toEqual(new Set(sums.keys()));
    for (const { text, probability } of found) expect(probability).toBeCloseTo(sums.get(text)!, 5);
    const probabilities = found.map(({ probability }) => probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
  });

  it('hold a digit twice where a blank parts it, and once where none does', () => {
    expect(searchTexts(stripAnswers(['1', '1', '_', '1']))[0].text).toBe('11');
    expect(searchTexts(stripAnswers(['1', '1', '1']))[0].text).toBe('1');
  });

  it('are at most as many as are followed', () => {
    expect(searchTexts(stripAnswers(doubtful), 2)).toHaveLength(2);
    expect(searchTexts(stripAnswers(doubtful)).length).toBeLessThanOrEqual(12);
  });

  it('are found however long the strip is', () => {
    const columns = Array.from({ length: 700 }, () => [{ 1: 0.34, 2: 0.33, 3: 0.33 }, '_']).flat();
    expect(searchTexts(stripAnswers(columns))[0].text).toBe('1'.repeat(700));
  });

  it('of a strip without columns are one that is empty', () => {
    expect(searchTexts(stripAnswers([]))).toEqual([{ text: '', probability: 1 }]);
  });
});
