import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../../src/digits/digitSet';
import { loadMnist } from '../../../src/digits/mnist';
import { createRandom } from '../../../src/numbers/random';
import type { TrainingSplit } from '../../../src/digits/split';
import { startEngine, type Engine } from '../../../src/engine/engine';
import { createNetwork } from '../../../src/classifier/network';
import { planSweep } from '../../../src/classifier/sweep/planSweep';
import { runTrial } from '../../../src/classifier/sweep/runTrial';
import type { Trial } from '../../../src/classifier/sweep/trial';
import { trainNetwork } from '../../../src/classifier/trainNetwork';

let engine: Engine;
let split: TrainingSplit;

beforeAll(async () => {
  engine = await startEngine();
  const { train } = await loadMnist();
  split = {
    training: sliceDigits(train, 0, 300),
    validation: sliceDigits(train, 59_900, 60_000),
  };
});

function tinyTrial(values: Record<string, number[]>): Trial {
  const [trial] = planSweep({
    preset: 'quick',
    seeds: [3],
    trainingCount: 200,
    values: { 'layers.0.filters': [4], 'layers.7.units': [16], batchSize: [50], ...values },
  });
  return trial;
}

describe('a trial', () => {
  it('trains as any training with its settings, on its share of the digits', async () => {
    const trial = tinyTrial({ epochs: [2], learningRate: [0.005] });
    const model = createNetwork(trial.layers, createRandom(3));
    const { history, bestEpoch } = await trainNetwork(
      model,
      { ...split, training: sliceDigits(split.training, 0, 200) },
      trial.hyperparameters,
      { seed: 3 },
    );
    const steps: number[] = [];
    const result = await runTrial(trial, split, { onStep: ({ step }) => void steps.push(step) });
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(result).toMatchObject({
      trial,
      engine: engine.name,
      parameters: model.countParams(),
      history: history.map((epoch) => ({ ...epoch, seconds: expect.any(Number) as number })),
      bestEpoch,
    });
  });

  it('that diverges says so', async () => {
    const trial = tinyTrial({ epochs: [1], learningRate: [1e38] });
    expect(await runTrial(trial, split)).toEqual({
      trial,
      error: expect.stringMatching(
        /expected a finite loss, found (NaN|Infinity) .*smaller/,
      ) as string,
    });
  });

  it.each([
    [25, /^expected layers that fit together, found: .*04_convolution/],
    // Of 12x12 pixels, a filter of 13x13 leaves 0x0, which is no error to tfjs.
    [13, /^expected layers that fit together, found: 04_convolution, of which nothing is left/],
  ])('whose network cannot be built says so, with a filter of %i pixels', async (size, message) => {
    const result = await runTrial(tinyTrial({ epochs: [1], 'layers.3.size': [size] }), split);
    expect('error' in result && result.error).toMatch(message);
  });

  it('keeps its state after every epoch, to go on from', async () => {
    const checkpoints = join(mkdtempSync(join(tmpdir(), 'trial-')), 'state');
    expect(existsSync(checkpoints)).toBe(false);
    await runTrial(tinyTrial({ epochs: [2] }), split, { checkpoints });
    expect(readdirSync(checkpoints)).toEqual(['checkpoint-0002']);
  });

  it('is refused where there are fewer digits', async () => {
    const trial = { ...tinyTrial({ epochs: [1] }), trainingCount: 301 };
    await expect(runTrial(trial, split)).rejects.toThrow('expected a run inside 0..300');
  });
});
