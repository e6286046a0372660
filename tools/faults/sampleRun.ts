import { keepRun } from '../../src/classifier/runs/runStore';
import type { SampleName } from './sampleNetwork';

/** Keeps a run of many epochs; both have one name. */
export function keepSampleRun(name: SampleName, folder: string): void {
  const history = Array.from({ length: 200 }, (_, at) => ({
    epoch: at + 1,
    loss: name === 'earlier' ? 1 : 2,
    accuracy: 0.5,
    validationLoss: 1,
    validationAccuracy: 0.5,
    seconds: 1,
  }));
  const common = { name: 'sample', preset: 'quick', settings: {}, seed: 1 } as const;
  keepRun(folder, { ...common, history, bestEpoch: history.length });
}
