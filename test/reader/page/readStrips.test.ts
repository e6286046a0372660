import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../src/reader/detector/decodeDetections';
import { readStrips, type PageLines } from '../../../src/reader/page/readStrips';
import { stripAnswers } from '../line/stripAnswers';
import { readSymbols, type SeenSymbol } from './writtenLines';

const [width, height] = [400, 200];
const source = {
  brightness: { width, height, data: new Uint8Array(width * height).fill(220) },
  turn: 0,
} as const;

const boxAt = (x: number, y: number, size = 20): Detection['box'] => ({
  x0: x,
  y0: y,
  x1: x + 0.6 * size,
  y1: y + size,
});
const markAt = (x: number, y: number, digit: number): Detection => ({
  box: boxAt(x, y),
  score: 0.9,
  probabilities: Float32Array.from({ length: 10 }, (_, at) => (at === digit ? 0.91 : 0.01)),
});
const textsOf = ({ lines }: PageLines): string[][] =>
  lines.map((words) => words.map(({ symbols }) => symbols.map(({ symbol }) => symbol).join('')));

/** Reads marks as the line reader sees them; what it sees of each is its digit where nothing else is said. */
const read = (
  marks: readonly Detection[],
  symbols: readonly SeenSymbol['symbols'][],
  signs: readonly SeenSymbol[] = [],
): Promise<PageLines> => {
  const seen = marks.map(({ box }, at) => ({ box, symbols: symbols[at] }));
  return readStrips(source, marks, [], readSymbols(seen, width, signs));
};

describe('reading the strips of a page', () => {
  it('gives the words of each line, from top to bottom and from left to right', async () => {
    const marks = [markAt(60, 120, 5), markAt(90, 20, 3), markAt(20, 20, 1), markAt(36, 20, 2)];
    expect(textsOf(await read(marks, [{ 5: 1 }, { 3: 1 }, { 1: 1 }, { 2: 1 }]))).toEqual([
      ['12', '3'],
      ['5'],
    ]);
  });

  it('tells for each digit its mark, its box and what else it may be', async () => {
    const marks = [markAt(20, 20, 1), markAt(36, 20, 7)];
    const { lines } = await read(marks, [{ 1: 1 }, { 7: 0.6, 2: 0.4 }]);
    const [one, seven] = lines[0][0].symbols;
    expect(one).toMatchObject({ symbol: '1', mark: 0, box: marks[0].box, alternatives: [] });
    expect(seven).toMatchObject({ symbol: '7', mark: 1, box: marks[1].box });
    expect(seven.alternatives.map(({ symbol }) => symbol)).toEqual(['2']);
    expect(lines[0][0].alternatives.map(({ text }) => text)).toEqual(['12']);
  });

  it('places a sign that the detector has not found: a point low, a dash in the middle', async () => {
    const marks = [markAt(20, 20, 1), markAt(52, 20, 2)];
    const signAt = async (sign: string): Promise<Detection['box']> => {
      const place = { box: boxAt(38, 20), symbols: { [sign]: 0.9 } };
      const { lines } = await read(marks, [{ 1: 1 }, { 2: 1 }], [place]);
      expect(textsOf({ slope: 0, lines })).toEqual([[`1${sign}2`]]);
      const { box, mark } = lines[0][0].symbols[1];
      expect(mark).toBeUndefined();
      expect(box.x0).toBeGreaterThan(marks[0].box.x1 - 4);
      expect(box.x1).toBeLessThan(marks[1].box.x0 + 4);
      return box;
    };
    const [point, dash] = [await signAt('.'), await signAt('-')];
    expect(point.y0).toBeGreaterThan(32);
    expect((dash.y0 + dash.y1) / 2).toBeCloseTo(30, 5);
    expect(dash.y1 - dash.y0).toBeCloseTo(5, 5);
  });

  it('keeps a mark of which the line reader reads nothing, with no probability', async () => {
    const { lines } = await read([markAt(20, 20, 1), markAt(40, 20, 7)], [{ 1: 1 }, {}]);
    const left = lines[0].find(({ probability }) => probability === 0);
    expect(left?.symbols).toMatchObject([{ symbol: '7', mark: 1, probability: 0 }]);
  });

  it.each([
    ['not beside digits', [markAt(20, 20, 1)], 1],
    ['where there are no digits', [], 2],
  ] as const)('reads lines of unclear marks %s', async (_, digits, expected) => {
    let count = 0;
    const unclear =
      digits.length > 0 ? [markAt(20, 120, 2)] : [markAt(20, 120, 2), markAt(20, 20, 3)];
    await readStrips(source, digits, unclear, (strips) => {
      count += strips.length;
      return Promise.resolve(
        strips.map(({ width: wide }) => stripAnswers(Array<string>(wide / 4).fill('_'))),
      );
    });
    expect(count).toBe(expected);
  });

  it('tells a word once that two strips show', async () => {
    // Both strips show the same columns of the page: the second line has its mark there, the first has read it, too.
    const marks = [markAt(20, 20, 1), markAt(20, 48, 7)];
    const { lines } = await readStrips(source, marks, [], (strips) =>
      Promise.resolve(
        strips.map(({ width: wide }, at) => {
          const columns = wide / 4;
          const place = Math.floor((columns * (20 + 6)) / (20 + 12 + 44));
          return stripAnswers(
            Array.from({ length: columns }, (_, column) =>
              column === place ? (at === 0 ? '1' : '7') : '_',
            ),
          );
        }),
      ),
    );
    expect(textsOf({ slope: 0, lines })).toEqual([['1'], ['7']]);
  });

  it('gives no lines where there are no marks', async () => {
    expect(await readStrips(source, [], [], () => Promise.resolve([]))).toEqual({
      slope: 0,
      lines: [],
    });
  });
});
