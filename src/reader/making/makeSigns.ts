import { createRandom } from '../../numbers/random';
import { readReader, readReaderCard } from '../folder/readerFolder';
import type { SignTraining } from '../folder/readerCard';
import { encodeSigns } from '../signs/signBytes';
import { createSignNetwork, foldSigns } from '../training/signModel';
import { signRecipe, trainSigns, type SignTrainingOptions } from '../training/trainSigns';

/** A network that tells signs apart, and what its card tells of how it came about. */
export interface MadeSigns {
  readonly signs: Uint8Array;
  readonly run: SignTraining;
}

/**
 * Trains a network to tell signs apart, or takes one that was trained before.
 *
 * @param rounds of new crops; 0 keeps that of the reader to go on from
 * @default rounds as many as the recipe says
 * @param from a reader to go on from
 */
export async function makeSigns(
  options: SignTrainingOptions,
  rounds = signRecipe.rounds,
  from?: string,
): Promise<MadeSigns> {
  if (from !== undefined && rounds === 0) {
    return { signs: readReader(from).signs, run: readReaderCard(from).signs };
  }
  const { seed } = options;
  const hyperparameters = { ...signRecipe, rounds };
  const model = createSignNetwork(createRandom(seed));
  try {
    const training = await trainSigns(model, hyperparameters, options);
    const parameters = model.countParams();
    return {
      signs: encodeSigns(foldSigns(model)),
      run: { hyperparameters, seed, parameters, training },
    };
  } finally {
    model.dispose();
  }
}
