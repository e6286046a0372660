// Run as a process of its own by runSweep: trains one trial, tells every step and what came of it.
import { loadMnist } from '../../digits/mnist';
import { splitTraining } from '../../digits/split';
import { runTrial } from './runTrial';
import type { Trial, TrialResult } from './trial';

/** What the process is told as it starts. */
export interface TrialTask {
  readonly trial: Trial;
  /** The folder for the state of the training. */
  readonly checkpoints: string;
}

/** What it tells: how many steps are done, and in the end the result. */
export type TrialMessage = { readonly step: number } | { readonly result: TrialResult };

function tell(message: TrialMessage, told: () => void = () => undefined): void {
  process.send!(message, told);
}

async function train({ trial, checkpoints }: TrialTask): Promise<void> {
  const { train } = await loadMnist();
  const result = await runTrial(trial, splitTraining(train), {
    checkpoints,
    onStep: ({ step }) => {
      tell({ step });
    },
  });
  tell({ result }, () => {
    process.disconnect();
  });
}

process.once('message', (task: TrialTask) => {
  train(task).catch((error: unknown) => {
    console.error((error as Error).message);
    process.exit(1);
  });
});
// Also where the process that has started this one was killed.
process.once('disconnect', () => process.exit());
