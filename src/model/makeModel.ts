import * as tf from '@tensorflow/tfjs-core';
import { join } from 'node:path';
import type { Mnist } from '../data/mnist';
import { mnistFiles } from '../data/mnistFiles';
import { createRandom } from '../data/random';
import { splitTraining } from '../data/split';
import { startEngine } from '../engine/engine';
import { applyTemperature, fitTemperature } from './calibration';
import { deleteCheckpoints } from './checkpoint';
import { classifyDigits } from './classify';
import { evaluate } from './evaluation';
import { NORMALIZATION, resultsOf, type ModelCard } from './modelCard';
import { loadModel, saveCard, saveModel } from './modelFolder';
import { buildNetwork } from './network';
import { findPreset, type Hyperparameters } from './presets';
import { trainNetwork, type TrainingOptions } from './training';

export interface ModelOptions extends Omit<TrainingOptions, 'checkpoints'> {
  /** The name of the preset to make. */
  readonly preset: string;
  /** What to do otherwise than the preset says. */
  readonly overrides?: Partial<Hyperparameters>;
  /** The folder for the model, and for the state of its training while it runs. */
  readonly folder: string;
  /** Goes on with a stopped training of the same folder; otherwise one starts afresh. */
  readonly resume: boolean;
}

/**
 * Makes a model as those in `models` are made: trains, calibrates, rounds, saves, evaluates.
 *
 * Everything is chosen on the validation digits; the test digits are looked at once, at the end, and
 * what is evaluated are the saved weights.
 *
 * @param mnist the whole of MNIST
 * @returns the card that was saved with the model
 * @throws RangeError where there is no such preset
 * @throws Error where a training to resume is another one
 */
export async function makeModel(
  mnist: Mnist,
  { preset, overrides, folder, resume, ...options }: ModelOptions,
): Promise<ModelCard> {
  const engine = await startEngine();
  const { layers, description, hyperparameters: defaults } = findPreset(preset);
  const hyperparameters = { ...defaults, ...overrides };
  const split = splitTraining(mnist.train);
  const checkpoints = join(folder, 'checkpoints');
  if (!resume) deleteCheckpoints(checkpoints);

  const model = buildNetwork(layers, createRandom(options.seed));
  const { history, bestEpoch } = await trainNetwork(model, split, hyperparameters, {
    ...options,
    checkpoints,
  });
  const { validation } = split;
  const uncalibrated = await classifyDigits(model, validation.images, validation.count);
  const temperature = fitTemperature(uncalibrated, validation.labels);
  applyTemperature(model, temperature);
  const weights = await saveModel(model, folder);
  model.dispose();

  const saved = await loadModel(folder);
  const resultsOn = async ({
    images,
    labels,
    count,
  }: typeof validation): Promise<ModelCard['test']> =>
    resultsOf(evaluate(await classifyDigits(saved, images, count), labels));
  const card: ModelCard = {
    preset,
    description,
    date: new Date().toISOString(),
    seed: options.seed,
    layers,
    hyperparameters,
    parameters: saved.countParams(),
    normalization: NORMALIZATION,
    data: {
      name: 'MNIST',
      files: Object.fromEntries(
        Object.values(mnistFiles).map(({ name, sha256 }) => [name, sha256]),
      ),
      trainingCount: split.training.count,
      validationCount: validation.count,
    },
    versions: {
      tfjs: tf.version_core,
      [`TensorFlow, ${engine.name}`]: engine.version,
      node: process.versions.node,
    },
    trainingSeconds: history.reduce((total, { seconds }) => total + seconds, 0),
    history,
    bestEpoch,
    temperature,
    validation: await resultsOn(validation),
    test: await resultsOn(mnist.test),
    weights,
  };
  saved.dispose();
  saveCard(card, folder);
  deleteCheckpoints(checkpoints);
  return card;
}
