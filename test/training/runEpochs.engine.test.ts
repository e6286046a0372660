import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/engine';
import { Adam } from '../../src/training/adam';
import { runEpochs } from '../../src/training/runEpochs';

interface Result {
  readonly epoch: number;
  readonly value: number;
}

let checkpoints: string;
beforeAll(async () => {
  await startEngine();
});
beforeEach(() => {
  checkpoints = mkdtempSync(join(tmpdir(), 'epochs-'));
});
afterEach(() => {
  rmSync(checkpoints, { recursive: true });
});

/** Brings a single number closer to 0 for four epochs, and keeps the number of each epoch as the outcome. */
async function train(
  options: { checkpoints?: string; stopAfter?: number; identity?: string } = {},
): Promise<{ history: readonly Result[]; value: number; outcome: number; told: number[] }> {
  const { stopAfter = Infinity, identity = 'a number' } = options;
  const variable = tf.variable(tf.tensor1d([8]));
  const optimizer = new Adam([variable], [0.9, 0.999]);
  const valueOf = (): number => variable.dataSync()[0];
  const told: number[] = [];
  let outcome = 0;
  try {
    const history = await runEpochs<Result>({
      identity,
      variables: [variable],
      optimizer,
      outcome: {
        read: (results) => [Float32Array.of((outcome = results.length))],
        write: ([[count]]) => void (outcome = count),
      },
      isOver: (results) => results.length === 4,
      runEpoch: (epoch) => {
        if (epoch > stopAfter) throw new Error('stopped');
        tf.tidy(() => {
          const { grads } = tf.variableGrads(() => tf.sum(tf.square(variable)));
          optimizer.apply(grads, tf.scalar(optimizer.nextRate(0.5)));
        });
        return Promise.resolve({ epoch, value: valueOf() });
      },
      onEpoch: (results) => void told.push(results.length),
      checkpoints: options.checkpoints,
    });
    return { history, value: valueOf(), outcome, told };
  } finally {
    optimizer.dispose();
    variable.dispose();
  }
}

describe('a training', () => {
  it('runs epochs until it is over, and tells of each', async () => {
    const { history, told, value } = await train();
    expect(history.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(told).toEqual([1, 2, 3, 4]);
    expect(value).toBeLessThan(7);
    expect(history[3].value).toBe(value);
  });

  it('goes on after a stop with the next epoch, and ends to the last bit as if there had been none', async () => {
    const whole = await train();
    await expect(train({ checkpoints, stopAfter: 2 })).rejects.toThrow('stopped');
    const resumed = await train({ checkpoints });
    expect(resumed.told).toEqual([3, 4]);
    expect({ ...resumed, told: whole.told }).toEqual(whole);
  });

  it('that is over does nothing, and has its outcome again', async () => {
    await train({ checkpoints });
    expect(await train({ checkpoints })).toMatchObject({ told: [], outcome: 4 });
  });

  it('does not go on with the state of another one', async () => {
    await train({ checkpoints });
    await expect(train({ checkpoints, identity: 'another number' })).rejects.toThrow(
      'resume with the same settings or choose another folder',
    );
  });
});
