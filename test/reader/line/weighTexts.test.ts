import { describe, expect, it } from 'vitest';
import { isDigit, weighTexts, type Sighting } from '../../../src/reader/line/weighTexts';
import { stripAnswers } from './stripAnswers';

const likely = (digit: number): number[] =>
  Array.from({ length: 10 }, (_, index) => (index === digit ? 0.91 : 0.01));

/** A digit that the detector is sure of, five columns high. */
const sightingOf = (digit: number, column: number, score = 0.95): Sighting => ({
  column,
  height: 5,
  score,
  probabilities: likely(digit),
});

/** A one or a seven in column 1, and a three in column 4. */
const doubtful = stripAnswers(['_', { 1: 0.6, 7: 0.4 }, '_', '_', '3', '_']);

describe('the texts of a part, weighed with what the detector has found', () => {
  it('are the likeliest of the line reader where the detector is silent', () => {
    const [first, second] = weighTexts(doubtful, []);
    expect([first.text, second.text]).toEqual(['13', '73']);
    expect(first.probability).toBeCloseTo(0.6, 3);
    expect(first.sightings).toEqual([undefined, undefined]);
  });

  it('follow the detector where it is surer', () => {
    const [first] = weighTexts(doubtful, [sightingOf(7, 1.5), sightingOf(3, 4.5)]);
    expect(first.text).toBe('73');
    expect(first.probability).toBeGreaterThan(0.7);
    expect(first.sightings).toEqual([0, 1]);
    expect(first.spans).toEqual([
      { start: 1, end: 2 },
      { start: 4, end: 5 },
    ]);
  });

  it('agree with the surer of two that the detector has found in one place', () => {
    const [first] = weighTexts(stripAnswers(['_', '1', '_']), [
      sightingOf(1, 1.4, 0.3),
      sightingOf(1, 1.6, 0.9),
    ]);
    expect(first.sightings).toEqual([1]);
  });

  it('leave out what the detector has found elsewhere', () => {
    const [first] = weighTexts(doubtful, [sightingOf(3, 9)]);
    expect(first.sightings).toEqual([undefined, undefined]);
  });

  it('take nothing that was found for a sign', () => {
    const [first] = weighTexts(stripAnswers(['_', '-', '_']), [sightingOf(1, 1.5)]);
    expect(first).toMatchObject({ text: '-', sightings: [undefined] });
  });

  it('are the likeliest first, and together at most certain', () => {
    const texts = weighTexts(doubtful, [sightingOf(7, 1.5, 0.5)]);
    const probabilities = texts.map(({ probability }) => probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect(probabilities.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(1 + 1e-9);
  });
});

it.each([
  ['0', true],
  ['9', true],
  ['#', false],
  [' ', false],
  ['/', false],
  [':', false],
])('%j is a digit: %j', (symbol, expected) => {
  expect(isDigit(symbol)).toBe(expected);
});
