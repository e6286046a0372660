import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  OUTPUT_CHANNELS,
  BOX_UNIT,
  detectorUnits,
  SIDE_RANGE,
  STRIDE,
  type DetectorUnit,
} from '../../../src/reader/detector/detectorNetwork';
import { TAUGHT_SIZES, TOLERATED_SIZES } from '../../../src/reader/detector/digitSizes';
import { CROP_SIDE } from '../../../src/learning/detector/trainingCrop';
import { MAX_CONTRAST } from '../../../src/picture/localContrast';

const script = readFileSync('scripts/train_detector.py', 'utf8');

/** The number or numbers that a name stands for in the script. */
const valueOf = (name: string): number[] =>
  new RegExp(`^${name} = (.*)$`, 'm')
    .exec(script)![1]
    .match(/-?[\d.]+/g)!
    .map(Number);

it('the script for PyTorch trains the network that the reader has', () => {
  const units = [...script.matchAll(/^ {4}\("(\w+)", (\d+), (\d+), (\d+), (\d+)\),$/gm)].map(
    ([, name, ...numbers]) => [name, ...numbers.map(Number)],
  );
  const ours = Object.entries<DetectorUnit>(detectorUnits).map(
    ([name, { size, from, to, stride }]) => [name, size, from, to, stride],
  );
  expect(units).toEqual(ours);
  expect(valueOf('OUTPUT_CHANNELS')).toEqual([OUTPUT_CHANNELS.count]);
});

it('the script for PyTorch knows crops and sizes as they are made here', () => {
  expect(valueOf('SIDE')).toEqual([CROP_SIDE]);
  expect(valueOf('STRIDE')).toEqual([STRIDE]);
  expect(valueOf('MAX_CONTRAST')).toEqual([MAX_CONTRAST]);
  expect(valueOf('TAUGHT')).toEqual([...TAUGHT_SIZES]);
  expect(valueOf('TOLERATED')).toEqual([...TOLERATED_SIZES]);
  expect(valueOf('BOX_UNIT')).toEqual([BOX_UNIT]);
  expect(valueOf('SIDE_RANGE')).toEqual([...SIDE_RANGE]);
});
