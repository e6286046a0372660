import type * as tfl from '@tensorflow/tfjs-layers';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DigitSet } from '../digits/digitSet';
import { mnistHashes } from '../digits/mnistFiles';
import { createRandom } from '../numbers/random';
import type { TrainingSplit } from '../digits/split';
import { startEngine } from '../engine/engine';
import { withLock } from '../files/lock';
import { keepModel } from '../files/keepModel';
import { makeFolder } from '../files/makeFolder';
import { MODEL } from '../files/shippedModels';
import { applyTemperature, fitTemperature } from './temperature';
import { deleteCheckpoints, hasCheckpoint } from '../training/checkpoint';
import { versionsOf } from '../training/versions';
import { classifyDigits } from './classify';
import { evaluate } from './evaluation/evaluation';
import {
  NORMALIZATION,
  type DataSource,
  type ModelCard,
  type TrainingLog,
} from './folder/modelCard';
import { resultsOf } from './folder/results';
import { loadCard, loadModel, saveCard, saveModel } from './folder/modelFolder';
import { createNetwork, joinNetworks } from './network';
import {
  ensembles,
  findPreset,
  type EnsembleName,
  type Hyperparameters,
  type Member,
} from './settings/presets';
import { trainNetwork, type TrainingOptions } from './trainNetwork';

/** Digits to learn from and to choose by, and others to be looked at once, at the end. */
interface Digits extends TrainingSplit {
  readonly test: DigitSet;
}

/** What making one network and an ensemble have in common. */
interface MakingOptions extends Omit<TrainingOptions, 'checkpoints' | 'seed'> {
  /** What to do otherwise than the preset says. */
  readonly overrides?: Partial<Hyperparameters>;
  /** The folder for the model, and for the state of its training while it runs. */
  readonly folder: string;
  /** Goes on with a stopped training of the same folder; otherwise one starts afresh. */
  readonly resume: boolean;
  /** Whether it may replace a model that another training has left in the folder. @default true */
  readonly replace?: boolean;
  /** What the card says of the digits. @default that they are MNIST's */
  readonly source?: DataSource;
}

const mnistSource: DataSource = { name: 'MNIST', files: mnistHashes };

export interface ModelOptions extends MakingOptions {
  /** The name of the preset to make. */
  readonly preset: string;
  readonly seed: number;
}

export interface EnsembleOptions extends MakingOptions {
  /** The name of the ensemble to make. */
  readonly ensemble: EnsembleName;
  /** Called before the training of each network. */
  readonly onMember?: (member: Member, position: number, count: number) => void;
}

/** What a card says that only the making knows. */
type Making = Pick<ModelCard, 'preset' | 'description' | 'layers' | 'trainings'>;

/** Calibrates, rounds, saves and evaluates a trained network, and disposes of it. */
async function finishModel(
  model: tfl.LayersModel,
  { training, validation, test }: Digits,
  making: Making,
  { folder, source = mnistSource }: Pick<MakingOptions, 'folder' | 'source'>,
): Promise<ModelCard> {
  const engine = await startEngine();
  const uncalibrated = await classifyDigits(model, validation.images, validation.count);
  const temperature = fitTemperature(uncalibrated, validation.labels);
  applyTemperature(model, temperature);
  const weights = await saveModel(model, folder);
  model.dispose();

  const saved = await loadModel(folder);
  const resultsOn = async ({ images, labels, count }: typeof test): Promise<ModelCard['test']> =>
    resultsOf(evaluate(await classifyDigits(saved, images, count), labels));
  const card: ModelCard = {
    ...making,
    date: new Date().toISOString(),
    parameters: saved.countParams(),
    normalization: NORMALIZATION,
    data: {
      ...source,
      trainingCount: training.count,
      validationCount: validation.count,
    },
    versions: versionsOf(engine),
    temperature,
    validation: await resultsOn(validation),
    test: await resultsOn(test),
    weights,
  };
  saved.dispose();
  saveCard(card, folder);
  return card;
}

/** What decides what comes of a training. */
interface TrainingRecipe extends Pick<ModelOptions, 'preset' | 'seed'> {
  readonly hyperparameters: Hyperparameters;
  readonly source: DataSource;
}

/** The card of a model that a training has already come to; undefined where there is none, or of another one. */
function finishedCard(
  folder: string,
  digits: Digits,
  { preset, seed, hyperparameters, source }: TrainingRecipe,
): ModelCard | undefined {
  if (!existsSync(join(folder, MODEL))) return undefined;
  const card = loadCard(folder);
  const { layers } = findPreset(preset);
  const describe = (...parts: unknown[]): string => JSON.stringify(parts);
  const training = card?.trainings[0];
  const isSame =
    describe(card?.preset, card?.layers, training?.seed, training?.hyperparameters) ===
      describe(preset, layers, seed, hyperparameters) &&
    describe(card?.data.files, card?.data.trainingCount) ===
      describe(source.files, digits.training.count);
  return isSame ? card : undefined;
}

/**
 * Makes a model as those in `models` are made: trains, calibrates, rounds, saves, evaluates.
 *
 * Everything is chosen on the validation digits; the test digits are looked at once, at the end, and
 * what is evaluated are the saved weights. A training that is resumed and was finished is taken as it is; of processes
 * that train into one folder at once, one waits for the other.
 *
 * @returns the card that was saved with the model
 * @throws RangeError where there is no such preset
 * @throws Error where a training to resume is another one, or a model is there that may not be replaced
 */
export async function makeModel(
  digits: Digits,
  {
    preset,
    overrides,
    folder,
    resume,
    replace = true,
    source = mnistSource,
    ...options
  }: ModelOptions,
): Promise<ModelCard> {
  await startEngine();
  const { layers, description, hyperparameters: defaults } = findPreset(preset);
  const hyperparameters = { ...defaults, ...overrides };
  const { seed } = options;
  const checkpoints = join(folder, 'checkpoints');
  makeFolder(folder);
  return withLock(join(folder, '.lock'), async () => {
    const recipe = { preset, seed, hyperparameters, source };
    const finished = resume ? finishedCard(folder, digits, recipe) : undefined;
    if (finished) options.onResume?.(finished.trainings[0].history);
    const goesOn = finished !== undefined || (resume && hasCheckpoint(checkpoints));
    if (!replace && !goesOn) keepModel(folder, MODEL);
    if (!resume || finished) deleteCheckpoints(checkpoints);
    if (finished) return finished;

    const model = createNetwork(layers, createRandom(seed));
    const { history, bestEpoch } = await trainNetwork(model, digits, hyperparameters, {
      ...options,
      checkpoints,
    });
    const seconds = history.reduce((total, epoch) => total + epoch.seconds, 0);
    const trainings = [{ preset, hyperparameters, seed, seconds, bestEpoch, history }];
    const making = { preset, description, layers, trainings };
    const card = await finishModel(model, digits, making, { folder, source });
    deleteCheckpoints(checkpoints);
    return card;
  });
}

/**
 * Makes an ensemble: each of its networks as {@link makeModel} does, into a folder of its own, and one
 * network that averages them all.
 *
 * Networks that are finished are taken as they are where a stopped making goes on.
 *
 * @returns the card that was saved with the ensemble
 * @throws Error where a training to resume is another one, or a model is there that may not be replaced
 */
export async function makeEnsemble(
  digits: Digits,
  { ensemble, overrides, folder, resume, replace = true, onMember, ...options }: EnsembleOptions,
): Promise<ModelCard> {
  await startEngine();
  const { description, members } = ensembles[ensemble];
  const { layers } = findPreset(members[0].preset);
  // Where it goes on, its members say whether they are those of this ensemble.
  if (!replace && !resume) keepModel(folder, MODEL);
  const networks: tfl.LayersModel[] = [];
  const trainings: TrainingLog[] = [];
  for (const [position, member] of members.entries()) {
    const { preset, seed } = member;
    const hyperparameters = { ...findPreset(preset).hyperparameters, ...overrides };
    const memberFolder = join(folder, 'members', `${preset}-${seed}`);
    const recipe = { preset, seed, hyperparameters, source: options.source ?? mnistSource };
    const finished = resume ? finishedCard(memberFolder, digits, recipe) : undefined;
    if (!finished) onMember?.(member, position, members.length);
    const card =
      finished ??
      (await makeModel(digits, {
        ...options,
        preset,
        seed,
        folder: memberFolder,
        resume,
        replace,
        ...(overrides && { overrides }),
      }));
    networks.push(await loadModel(memberFolder));
    trainings.push(...card.trainings);
  }
  const model = joinNetworks(layers, networks);
  for (const network of networks) network.dispose();
  const making = { preset: ensemble, description, layers, trainings };
  return finishModel(model, digits, making, {
    folder,
    ...(options.source && { source: options.source }),
  });
}
