import { join } from 'node:path';
import { writePart } from '../../src/batch/parts';
import { openBatch } from '../../src/batch/batchFolder';
import type { ModelCard } from '../../src/classifier/folder/modelCard';
import { saveCard, saveModel } from '../../src/classifier/folder/modelFolder';
import { createNetwork } from '../../src/classifier/network';
import { keepRun, type Run } from '../../src/classifier/runs/runStore';
import { createRandom } from '../../src/numbers/random';
import { writeCheckpoint, type TrainingState } from '../../src/training/checkpoint';

/** What stands in the sample files, besides the network. */
export const samples = {
  run: {
    name: 'first try',
    preset: 'quick',
    settings: { epochs: 1, learningRate: 0.01, augment: false },
    seed: 1,
    history: [
      {
        epoch: 1,
        loss: 0.5,
        accuracy: 0.8,
        validationLoss: 0.25,
        validationAccuracy: 0.9,
        seconds: 3,
      },
    ],
    bestEpoch: 1,
  } satisfies Run,
  state: {
    identity: 'a training',
    history: [{ loss: 1 }],
    weights: [Float32Array.of(1, 2)],
    outcome: [Float32Array.of(3, 4)],
    optimizer: { steps: 5, means: [Float32Array.of(6, 7)], squares: [Float32Array.of(8, 9)] },
  } satisfies TrainingState<object>,
  pictures: [{ file: 'a.png', key: 'k1', outcomes: [{ file: 'a.png', error: 'a.png: damaged' }] }],
};

/**
 * Writes a file of every format, on the engine of this process. The folders in `test/data` were written by it when
 * their version was the newest.
 */
export async function writeSampleFiles(folder: string): Promise<void> {
  const model = createNetwork(
    [
      { kind: 'convolution', filters: 2, size: 5, stride: 4, padding: 'same' },
      { kind: 'relu' },
      { kind: 'flatten' },
      { kind: 'dense', units: 10 },
    ],
    createRandom(1),
  );
  const path = join(folder, 'model');
  const card = { preset: 'quick', description: 'A sample', temperature: 1.5 };
  saveCard({ ...card, weights: await saveModel(model, path) } as ModelCard, path);
  model.dispose();
  keepRun(join(folder, 'runs'), samples.run);
  writeCheckpoint(join(folder, 'checkpoints'), samples.state);
  const batch = openBatch(join(folder, 'batch'), {
    reader: 'reader',
    minConfidence: 0.4,
    signs: true,
  });
  writePart(batch.folder, samples.pictures);
}
