import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writePicture } from '../../../src/picture/file/writePicture';
import {
  listLineExamples,
  stripsOfLine,
  type LineExample,
} from '../../../src/learning/line/lineExamples';
import { greyPicture } from '../../textArt';

const folder = mkdtempSync(join(tmpdir(), 'lines-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const labelled = (labels: object): LineExample[] => {
  writeFileSync(join(folder, 'labels.json'), JSON.stringify(labels));
  return listLineExamples(folder);
};

describe('the lines of a folder', () => {
  it('are its pictures with the text of one line', () => {
    const outline = [
      [0, 0],
      [9, 0],
      [9, 9],
    ];
    expect(
      labelled({ 'a.png': { lines: ['12'], page: 'p', outline }, 'b.png': { lines: ['3'] } }),
    ).toEqual([
      { file: 'a.png', text: '12', outline, page: 'p' },
      { file: 'b.png', text: '3', outline: undefined, page: 'b.png' },
    ]);
  });

  it.each([{ lines: ['1', '2'] }, { lines: [] }, { lines: [7] }, {}])(
    'are refused where a label is %o',
    (label) => {
      expect(() => labelled({ 'a.png': label })).toThrow('a.png: expected one line of text');
    },
  );
});

describe('the strips of a line', () => {
  const isStroke = (x: number, y: number): boolean =>
    y >= 30 && y < 60 && [40, 70, 100].some((left) => x >= left && x < left + 6);
  const example = { file: 'a.png', text: '111', outline: undefined, page: 'a' };
  const cut = (
    grey: (x: number, y: number) => number,
    more: Partial<LineExample> = {},
  ): ReturnType<typeof stripsOfLine> => {
    writePicture(join(folder, 'a.png'), greyPicture(150, 90, grey));
    return stripsOfLine(folder, { ...example, ...more });
  };
  /** The rows in which a strip has ink. */
  const inkRows = ({ width, contrast }: { width: number; contrast: Int8Array }): number[] => [
    ...new Set(
      Array.from(contrast.keys())
        .filter((at) => contrast[at] > 60)
        .map((at) => Math.floor(at / width)),
    ),
  ];
  const strokes = (x: number, y: number): number => (isStroke(x, y) ? 30 : 220);

  it('show it in three sizes, in the middle', async () => {
    const strips = await cut(strokes);
    expect(strips.map(({ text }) => text)).toEqual(['111', '111', '111']);
    const heights = strips.map((strip) => inkRows(strip).length);
    expect(heights[0]).toBeLessThan(heights[1]);
    expect(heights[1]).toBeLessThan(heights[2]);
    for (const strip of strips) {
      const rows = inkRows(strip);
      expect(Math.abs((rows[0] + rows[rows.length - 1] + 1) / 2 - 24)).toBeLessThan(2);
    }
  });

  it('show nothing outside of an outline', async () => {
    const outline = [
      [0, 0],
      [60, 0],
      [60, 90],
      [0, 90],
    ] as const;
    const [strip] = await cut(strokes, { outline, text: '1' });
    const columns = Array.from(strip.contrast.keys())
      .filter((at) => strip.contrast[at] > 60)
      .map((at) => (at % strip.width) / strip.width);
    expect(Math.max(...columns)).toBeLessThan(60 / 150);
  });

  it('are none where there is no ink, or too little room for the text', async () => {
    expect(await cut(() => 220)).toEqual([]);
    expect(await cut(strokes, { text: '1'.repeat(40) })).toEqual([]);
  });
});
