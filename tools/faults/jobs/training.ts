import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCard } from '../../../src/classifier/folder/modelFolder';
import { digitsArguments, taskArguments, type Job } from '../job';
import { modelIn, modelOutcome } from '../sampleNetwork';

/** How many epochs a stopped training has kept. */
function keptEpochs(folder: string): string {
  const checkpoints = join(modelIn(folder), 'checkpoints');
  const names = existsSync(checkpoints) ? readdirSync(checkpoints) : [];
  const epochs = names.flatMap((name) => /^checkpoint-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  return epochs.length === 0 ? 'nothing' : `epoch ${Math.max(...epochs)}`;
}

const common = {
  outcome: (folder: string) => modelOutcome(modelIn(folder)),
  left: (folder: string) => (loadCard(modelIn(folder)) ? 'the model' : keptEpochs(folder)),
  isVolatile: (name: string) => name.endsWith('card.json'),
};

/** A network is trained with few digits. */
export const training: Job = {
  ...common,
  name: 'training',
  args: (folder) => taskArguments('trainModel', modelIn(folder)),
};

/** The command that trains does so with all digits. */
export const trainCommand: Job = {
  ...common,
  name: 'train',
  args: (folder) =>
    digitsArguments('train', '--preset', 'quick', '--resume', '--out', modelIn(folder)),
};
