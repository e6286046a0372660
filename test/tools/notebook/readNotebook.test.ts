import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  declaredParameters,
  headingOf,
  readNotebook,
  type Cell,
} from '../../../tools/notebook/readNotebook';
import { temporaryFolder } from '../../setup/temporaryFolder';

const cell = (type: Cell['type'], source: string): Cell => ({ type, source, outputs: [] });

describe('reading a notebook', () => {
  const write = (text: string): string => {
    const path = join(temporaryFolder(), 'a.ipynb');
    writeFileSync(path, text);
    return path;
  };

  it('joins the lines of its cells', () => {
    const source = ['const a = 1;\n', 'a'];
    const outputs = [{ output_type: 'stream', name: 'stdout', text: ['1\n'] }];
    const path = write(JSON.stringify({ cells: [{ cell_type: 'code', source, outputs }] }));
    expect(readNotebook(path)).toEqual([{ type: 'code', source: 'const a = 1;\na', outputs }]);
  });

  it.each([
    ['{"cells": [', 'a.ipynb: expected JSON, found: '],
    ['{}', 'a.ipynb: expected a notebook, found JSON without "cells"'],
  ])('refuses %s', (text, message) => {
    expect(() => readNotebook(write(text))).toThrow(message);
  });

  it('says so where there is no file', () => {
    expect(() => readNotebook('none.ipynb')).toThrow(
      'none.ipynb: expected a notebook, found no such file',
    );
  });
});

it.each([
  [cell('markdown', 'Text\n\n## The data\nmore'), 'The data'],
  [cell('markdown', 'only #text'), undefined],
  [cell('code', '# no heading'), undefined],
])('the heading of %j is %j', (given, heading) => {
  expect(headingOf(given)).toBe(heading);
});

describe('the parameters that a notebook declares', () => {
  it('are the literal of its call, with the comments behind', () => {
    const source = [
      "import { readParameters } from './src/index';",
      'const parameters = readParameters({',
      "  preset: 'quick', // a {small} network (fast)",
      '  // how fast it learns',
      '  learningRate: 0.01,',
      '  live: true, // draw while it trains',
      '});',
      'const twice = readTwice({ a: 1 });',
    ].join('\n');
    expect(declaredParameters([cell('markdown', '# Title'), cell('code', source)])).toEqual([
      { name: 'preset', value: 'quick', comment: 'a {small} network (fast)' },
      { name: 'learningRate', value: 0.01, comment: '' },
      { name: 'live', value: true, comment: 'draw while it trains' },
    ]);
  });

  it('are none where nothing is declared', () => {
    expect(declaredParameters([cell('code', 'const a = 1;')])).toEqual([]);
  });
});
