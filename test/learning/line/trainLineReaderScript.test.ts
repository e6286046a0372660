import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MAX_CONTRAST } from '../../../src/picture/localContrast';
import { ANSWER_COUNT, SYMBOLS } from '../../../src/reader/line/alphabet';
import { lineUnits } from '../../../src/reader/line/lineNetwork';
import { droppedUnits } from '../../../src/reader/line/lineWeights';
import { STRIP_HEIGHT, STRIP_STRIDE } from '../../../src/reader/line/strip';
import { lineRecipe } from '../../../src/learning/line/trainLineReader';

const script = readFileSync('scripts/train_line_reader.py', 'utf8');

/** What a name stands for in the script. */
const valueOf = (name: string): string =>
  new RegExp(String.raw`^(?:.*, )?${name}(?:, .*)? = (.*)$`, 'm').exec(script)![1];
const namesIn = (set: string): string[] => set.match(/(?<=")\w+(?=")/g) ?? [];

it('the script for PyTorch trains the network that the line reader has', () => {
  const units = [
    ...script.matchAll(/^ {4}\("(\w+)", (\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\),$/gm),
  ].map(([, name, ...numbers]) => [name, ...numbers.map(Number)]);
  const ours = Object.entries(lineUnits).map(([name, { shape, strides }]) => [
    name,
    ...shape,
    ...strides,
  ]);
  expect(units).toEqual(ours);
  const residual = Object.entries(lineUnits).flatMap(([name, { isResidual }]) =>
    isResidual ? [name] : [],
  );
  expect(namesIn(valueOf('RESIDUAL'))).toEqual(residual);
  const channels = /nn\.Conv2d\((\d+), OUTPUT_CHANNELS, 1\)/.exec(script)![1];
  expect(Number(channels)).toBe(lineUnits.context3.shape[3]);
});

it('the script for PyTorch knows strips and symbols as they are made here', () => {
  expect(JSON.parse(valueOf('SYMBOLS'))).toBe(SYMBOLS);
  expect(valueOf('OUTPUT_CHANNELS')).toBe('len(SYMBOLS) + 1');
  expect(ANSWER_COUNT).toBe(SYMBOLS.length + 1);
  expect(Number(valueOf('HEIGHT'))).toBe(STRIP_HEIGHT);
  expect(Number(valueOf('STRIDE'))).toBe(STRIP_STRIDE);
  expect(Number(valueOf('MAX_CONTRAST'))).toBe(MAX_CONTRAST);
});

it('the script for PyTorch leaves out the channels that are left out here', () => {
  const [names, share] = valueOf('DROPPED').split('}, ');
  expect(namesIn(names)).toEqual([...droppedUnits]);
  expect(Number(share)).toBe(lineRecipe.dropout);
});
