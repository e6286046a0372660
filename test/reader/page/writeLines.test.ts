import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../src/reader/detector/decodeDetections';
import type { PageWord } from '../../../src/reader/page/readStrips';
import { writeLines, type WrittenLines } from '../../../src/reader/page/writeLines';

const boxAt = (place: number): Detection['box'] => ({
  x0: 10 * place,
  y0: 0,
  x1: 10 * place + 8,
  y1: 20,
});

/** A word whose digits have the marks 0, 1, … */
function wordOf(text: string, probability = 0.9, alternatives: string[] = []): PageWord {
  let mark = 0;
  return {
    symbols: Array.from(text, (symbol, place) => ({
      symbol,
      box: boxAt(place),
      probability,
      alternatives: [],
      mark: /\d/.test(symbol) ? mark++ : undefined,
    })),
    probability,
    alternatives: alternatives.map((other) => ({ text: other, probability: 0.04 })),
  };
}

const detections = Array.from({ length: 4 }, (_, place): Detection => ({
  box: boxAt(place),
  score: 0.9,
  probabilities: new Float32Array(10).fill(0.1),
}));

/** The line reader alone counts. */
const alone = { offset: 0, line: 1, detector: 0, context: 0 };
const options = {
  calibration: { digit: alone, number: alone },
  minConfidence: 0.4,
  signs: true,
  toPicture: (box: Detection['box']) => box,
};
const write = (words: readonly PageWord[], more: Partial<typeof options> = {}): WrittenLines =>
  writeLines({ slope: 0, lines: [words] }, detections, { ...options, ...more });
const textOf = (words: readonly PageWord[], more?: Partial<typeof options>): string | undefined =>
  write(words, more).lines[0]?.text;

describe('what is written of a line', () => {
  it.each([
    ['a number with its signs', ['-1.5'], '-1.5'],
    ['several numbers', ['12', '3'], '12 3'],
    ['? for what is unknown inside a number', ['1#2'], '1?2'],
    ['no words', ['#', '12', '##'], '12'],
    ['a sign between numbers', ['1', '+', '2'], '1 + 2'],
    ['no other sign that stands alone', ['1', ',', '2'], '1 2'],
  ])('%s', (_, words, expected) => {
    expect(textOf(words.map((text) => wordOf(text)))).toBe(expected);
  });

  it('is nothing where there are no digits', () => {
    expect(write([wordOf('+'), wordOf('#')]).lines).toEqual([]);
  });

  it('leaves out a number none of whose digits is sure, and a sign that is not', () => {
    expect(textOf([wordOf('12', 0.3), wordOf('+', 0.3), wordOf('3')])).toBe('3');
  });

  it('has digits alone where no signs are asked for', () => {
    const words = [wordOf('-1.5'), wordOf('+'), wordOf('2')];
    expect(textOf(words, { signs: false })).toBe('15 2');
    expect(write(words, { signs: false }).lines[0].signs).toEqual([]);
  });

  it('tells where digits and signs stand, and which marks they are', () => {
    const { lines, places, marks } = write([wordOf('1.5')]);
    expect(places).toEqual([boxAt(0), boxAt(2)]);
    expect([...marks]).toEqual([0, 1]);
    expect(lines[0].signs).toEqual([{ symbol: '.', confidence: 0.9, box: boxAt(1), after: 1 }]);
  });

  it('tells what else a number may be, written as numbers are', () => {
    const alternativesOf = (more?: Partial<typeof options>): string[] =>
      write(
        [wordOf('1.5', 0.9, ['1.6#', '1#6', '7 5', '#', '1.5#', '15'])],
        more,
      ).lines[0].words[0].alternatives.map(({ text }) => text);
    expect(alternativesOf()).toEqual(['1.6', '1?6', '15']);
    expect(alternativesOf({ signs: false })).toEqual(['16', '1?6']);
  });
});
