import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLabels } from '../../../src/pages/labels/labelFile';
import { readCorrections } from '../../../src/learning/corrections';
import { demand, demandFinite, type FuzzKind } from '../fuzzKind';
import { mutateJson } from '../mutateJson';
import { mutateTable } from '../mutateTable';

const label = {
  kind: 'photo',
  source: 'made up',
  lines: ['314', '27'],
  text: ['3.14', '2 7'],
  alternatives: [['3.14', '27']],
  ignore: [[0, 0, 5, 5]],
  order: 'loose',
  rotate_cw_to_upright: 90,
  digits: [
    { digit: 3, box: [1, 2, 3, 4], line: 0, order: 0 },
    { digit: 7, box: [5, 6, 7, 8], line: 1, order: 1 },
  ],
};

/** Folders of labelled pictures. */
export const labelsKind: FuzzKind = {
  name: 'labels',
  create: (random) => ({
    'labels.json': mutateJson(random, { 'a.png': label, 'b.png': { ...label, lines: [] } }),
    'a.png': Buffer.alloc(0),
    'b.png': Buffer.alloc(0),
  }),
  read: (folder) => {
    for (const { file, digits, ...rest } of readLabels(folder)) {
      demand(existsSync(join(folder, file)), 'a label of a picture that is not there');
      demand(dirname(join(folder, file)).startsWith(folder), `a label of ${JSON.stringify(file)}`);
      demandFinite([digits, rest], 'a label');
      demand(
        digits.every(({ digit }) => digit >= 0 && digit <= 9),
        'a label of no digit',
      );
    }
  },
};

/** Tables of what a person has corrected. */
export const correctionsKind: FuzzKind = {
  name: 'corrections',
  create: (random) => ({
    'corrections.csv': mutateTable(random, [
      ['file', 'page', 'x0', 'y0', 'x1', 'y1', 'right'],
      ['a.png', '', '1', '2', '11', '22', '7'],
      ['a.png', '2', '1', '2.5', '11', '22', '-'],
      ['b.png', '1', '0', '0', '5', '5', '0'],
    ]),
  }),
  read: async (folder) => {
    const pages = await readCorrections(join(folder, 'corrections.csv'));
    for (const { file, page, corrections } of pages) {
      demand(file !== '', 'a page of no file');
      demand(page === undefined || (Number.isInteger(page) && page > 0), `page ${page}`);
      demandFinite(corrections, 'the corrections');
    }
  },
};
