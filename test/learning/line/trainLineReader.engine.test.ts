import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { SYMBOLS } from '../../../src/reader/line/alphabet';
import {
  createLineWeights,
  lineVariables,
  type LineValues,
} from '../../../src/reader/line/lineWeights';
import type { LabelledStrip } from '../../../src/learning/line/generateStrip';
import {
  lineRecipe,
  trainLineReader,
  type LineHyperparameters,
  type LineRound,
} from '../../../src/learning/line/trainLineReader';
import { validateLineReader } from '../../../src/learning/line/validateLineReader';

beforeAll(async () => {
  await startEngine();
});

/** Strips of noise: what they say does not matter here. */
const random = createRandom(9);
const strips = Array.from({ length: 9 }, (_, at): LabelledStrip => {
  const width = 16 + 4 * (at % 3);
  const contrast = Int8Array.from({ length: 48 * width }, () => random.integer(200) - 100);
  return { width, contrast, text: `${at}1` };
});

const tiny: LineHyperparameters = {
  ...lineRecipe,
  rounds: 2,
  stripsARound: 4,
  passes: 1,
  batchSize: 2,
};

function train(options: { checkpoints?: string; rounds?: number } = {}): Promise<{
  values: LineValues;
  history: readonly LineRound[];
}> {
  const { checkpoints, rounds = tiny.rounds } = options;
  let stopAfter = rounds;
  return trainLineReader(tiny, {
    seed: 1,
    makeStrips: (first, count) => Promise.resolve(strips.slice(first, first + count)),
    realStrips: strips.slice(8),
    files: {},
    validation: strips.slice(0, 2),
    ...(checkpoints && { checkpoints }),
    onRound: () => {
      if (--stopAfter === 0 && rounds < tiny.rounds) throw new Error('stopped');
    },
  });
}

describe('training a line reader', () => {
  it('goes on after a stop as if there had been none, and leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const whole = await train();
    const folder = mkdtempSync(join(tmpdir(), 'lines-'));
    await expect(train({ checkpoints: folder, rounds: 1 })).rejects.toThrow('stopped');
    const resumed = await train({ checkpoints: folder });
    rmSync(folder, { recursive: true });
    expect(resumed.history.map(({ loss }) => loss)).toEqual(whole.history.map(({ loss }) => loss));
    expect(whole.history.map(({ round }) => round)).toEqual([1, 2]);
    for (const [name, values] of Object.entries(whole.values)) {
      const same = Buffer.compare(
        Buffer.from(values.buffer, values.byteOffset, values.byteLength),
        Buffer.from(resumed.values[name].slice().buffer),
      );
      expect(same, name).toBe(0);
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('a line reader that sees a 7 everywhere is right where there is one, signs left out or not', async () => {
  const weights = createLineWeights(createRandom(1));
  const values = Object.fromEntries(
    Object.entries({ ...weights.learned, ...weights.statistics }).map(([name, variable]) => [
      name,
      variable.dataSync<'float32'>().slice(),
    ]),
  );
  tf.dispose(lineVariables(weights));
  values['answers/filter'].fill(0);
  values['answers/bias'][SYMBOLS.indexOf('7') + 1] = 9;
  const labelled = ['7', '-7', '8', '77'].map((text, at) => ({ ...strips[at], text }));
  expect(await validateLineReader(values, labelled)).toEqual({ lines: 0.25, digits: 0.5 });
});
