import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memory } from '@tensorflow/tfjs-core';
import { findPreset } from '../../src/classifier/settings/presets';
import { createNetwork } from '../../src/classifier/network';
import { trainNetwork } from '../../src/classifier/trainNetwork';
import type { DigitSet } from '../../src/digits/digitSet';
import { startEngine } from '../../src/engine/engine';
import { median } from '../../src/numbers/median';
import { createRandom } from '../../src/numbers/random';

/** What a training held after an epoch. */
export interface Held {
  readonly epoch: number;
  readonly tensors: number;
  /** Bytes of the process that lie in memory. */
  readonly resident: number;
  /** Bytes of JavaScript's objects. */
  readonly heap: number;
}

export interface SoakOptions {
  /** How many epochs, 1 to 999. */
  readonly epochs: number;
  /** Steps of each. */
  readonly steps: number;
  /** Decides all chance. */
  readonly seed: number;
  readonly onEpoch?: (held: Held) => void;
}

const BATCH = 16;

// Only what is not garbage counts.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function noiseDigits(count: number, seed: number): DigitSet {
  const random = createRandom(seed);
  return {
    count,
    width: 28,
    height: 28,
    images: Uint8Array.from({ length: count * 784 }, () => random.integer(256)),
    labels: Uint8Array.from({ length: count }, () => random.integer(10)),
  };
}

function look(epoch: number): Held {
  collectGarbage();
  const { rss: resident, heapUsed: heap } = process.memoryUsage();
  return { epoch, tensors: memory().numTensors, resident, heap };
}

/**
 * Trains for many short epochs, with checkpoints, and tells after each what the training holds: what one of many
 * hours would show that kept anything from step to step or from epoch to epoch.
 */
export async function soak({ epochs, steps, seed, onEpoch }: SoakOptions): Promise<Held[]> {
  await startEngine();
  const { layers, hyperparameters } = findPreset('quick');
  const model = createNetwork(layers, createRandom(seed));
  const split = {
    training: noiseDigits(BATCH * steps, seed),
    validation: noiseDigits(BATCH, seed + 1),
  };
  const checkpoints = mkdtempSync(join(tmpdir(), 'soak-'));
  const held: Held[] = [];
  try {
    await trainNetwork(
      model,
      split,
      { ...hyperparameters, epochs, batchSize: BATCH, patience: epochs },
      {
        seed,
        checkpoints,
        onEpoch: (history) => {
          held.push(look(history.length));
          onEpoch?.(held[held.length - 1]);
        },
      },
    );
  } finally {
    model.dispose();
    rmSync(checkpoints, { recursive: true });
  }
  return held;
}

/** How much more a training held in the last quarter of its epochs than in the second one, by their medians. */
export function growthOf(held: readonly Held[], of: 'tensors' | 'resident' | 'heap'): number {
  const quarter = Math.floor(held.length / 4);
  const middle = (part: readonly Held[]): number => median(part.map((one) => one[of]));
  return middle(held.slice(-quarter)) - middle(held.slice(quarter, 2 * quarter));
}
