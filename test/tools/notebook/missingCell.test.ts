import { expect, it } from 'vitest';
import { missingCell } from '../../../tools/notebook/missingCell';

const cell = (cell_type: string, source: string) => ({ cell_type, source });
const notebook = {
  cells: [
    cell('markdown', '# Digits\ntext'),
    cell('code', "import * as digits from './src/index';\nimport { join } from 'node:path';"),
    cell('markdown', 'First\n\n## The data\n\nMore # text'),
    cell('markdown', 'without a title'),
    cell('code', 'const mnist = await load();\nconst { levels, pose } = page;'),
    cell('markdown', '### The end'),
    cell('code', 'let count = mnist.count;\nconst names = [levels];'),
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};

it.each([
  ['digits', 'Digits'],
  ['join', 'Digits'],
  ['mnist', 'The data'],
  ['pose', 'The data'],
  ['count', 'The end'],
])('%s comes from a cell under %s', (name, title) => {
  expect(missingCell(name, notebook)).toMatch(
    `${name} comes from a cell under "${title}" that has not been run`,
  );
});

it.each(['mnis', 'page', 'text', 'load'])('%s comes from no cell', (name) => {
  expect(missingCell(name, notebook)).toBeUndefined();
});
