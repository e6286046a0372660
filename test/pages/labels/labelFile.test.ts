import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLabels } from '../../../src/pages/labels/labelFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scans-'));
  writeFileSync(join(folder, 'a.png'), '');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const simple = { lines: ['31', '4'], kind: 'page', source: 'someone/project photos/a.png' };

function readLabelled(labels: unknown): ReturnType<typeof readLabels> {
  writeFileSync(join(folder, 'labels.json'), JSON.stringify(labels));
  return readLabels(folder);
}

describe('labels of scans', () => {
  it('are the digits in reading order, each with its line', () => {
    expect(readLabelled({ 'a.png': simple })).toEqual([
      {
        file: 'a.png',
        kind: 'page',
        source: 'someone/project',
        digits: [
          { digit: 3, line: 0 },
          { digit: 1, line: 0 },
          { digit: 4, line: 1 },
        ],
        isScattered: false,
        ignored: [],
        turn: undefined,
      },
    ]);
  });

  it('may say what to ignore, how the picture lies, and where the digits are', () => {
    const digits = [
      { digit: 4, box: [50, 60, 70, 80], line: 1, order: 0 },
      { digit: 1, box: [30, 20, 40, 40], line: 0, order: 1 },
      { digit: 3, box: [10, 20, 25.5, 40], line: 0, order: 0 },
    ];
    const more = { ignore: [[1, 2, 3, 4]], order: 'loose', rotate_cw_to_upright: 270, digits };
    const [label] = readLabelled({ 'a.png': { ...simple, ...more } });
    expect(label).toMatchObject({
      isScattered: true,
      ignored: [{ x0: 1, y0: 2, x1: 3, y1: 4 }],
      turn: 270,
    });
    expect(label.digits.map(({ box }) => box)).toEqual([
      { x0: 10, y0: 20, x1: 25.5, y1: 40 },
      { x0: 30, y0: 20, x1: 40, y1: 40 },
      { x0: 50, y0: 60, x1: 70, y1: 80 },
    ]);
  });

  it('say nothing of digits where there are none', () => {
    expect(readLabelled({ 'a.png': { ...simple, lines: [] } })[0].digits).toEqual([]);
  });
});

describe('a folder without proper labels', () => {
  it('is refused where there is no such folder, or no file of labels', () => {
    const expected = /labels\.json: expected labels, found no such file; give a folder of labelled/;
    expect(() => readLabels(join(folder, 'none'))).toThrow(expected);
    expect(() => readLabels(folder)).toThrow(expected);
    mkdirSync(join(folder, 'labels.json'));
    expect(() => readLabels(folder)).toThrow(
      'expected labels, found a folder; give a folder of labelled',
    );
  });

  it('is refused where the labels are no JSON, no object or empty', () => {
    writeFileSync(join(folder, 'labels.json'), '{"a.png": {');
    expect(() => readLabels(folder)).toThrow(/labels\.json: expected JSON, found damage \(/);
    expect(() => readLabelled([simple])).toThrow('expected an object of labels by file name');
    expect(() => readLabelled({})).toThrow('expected labels, found none');
  });

  it('is refused where a picture is missing', () => {
    expect(() => readLabelled({ 'a.png': simple, 'b.png': simple })).toThrow(
      /b\.png: expected the picture that labels\.json names, found no such file; bring it back/,
    );
  });

  it.each([
    ['lines', '31', 'expected an array of strings of digits as lines, found "31"'],
    ['lines', ['3a'], 'expected an array of strings of digits as lines, found ["3a"]'],
    ['kind', undefined, 'expected a text as kind, found nothing'],
    ['source', 7, 'expected a text as source, found 7'],
    ['ignore', [[1, 2, 3]], 'expected boxes of four numbers as ignore, found [[1,2,3]]'],
    ['order', 'random', 'expected "loose" or nothing as order, found "random"'],
    ['rotate_cw_to_upright', 45, 'expected 0, 90, 180 or 270 as rotate_cw_to_upright, found 45'],
    ['digits', [{ digit: 3 }], 'expected digits with box, line and order as digits'],
  ])('is refused where the field %s is %j', (field, value, message) => {
    expect(() => readLabelled({ 'a.png': { ...simple, [field]: value } })).toThrow(
      `a.png: ${message}`,
    );
  });
});
