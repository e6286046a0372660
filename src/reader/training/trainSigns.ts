import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { dropoutMasks, trainingLogits } from '../../classifier/trainingPass';
import { compile, type CompiledCalculation } from '../../engine/compile';
import { createRandom, createStream, type Random } from '../../numbers/random';
import { shuffledBatches } from '../../numbers/shuffledBatches';
import { Adam } from '../../training/adam';
import { checkFinite } from '../../training/checkFinite';
import { oneCycleRate } from '../../training/oneCycle';
import { runEpochs } from '../../training/runEpochs';
import { readVariables, writeVariables } from '../../training/weights';
import { KIND_COUNT, NONE } from '../signs/signKinds';
import { WINDOW_SIDE } from '../signs/signWindow';
import { signExamples, type SignExample } from './signExamples';
import {
  cropsAhead,
  followVariables,
  ROUNDS_A_SEED,
  staying,
  variedContrast,
  type ContrastVariation,
} from './trainingRounds';
import type { TrainingCrop } from './trainingCrop';

/** How the network that tells signs apart is trained. */
export interface SignHyperparameters extends ContrastVariation {
  /** How many rounds of new crops. */
  readonly rounds: number;
  readonly cropsARound: number;
  /** How often every window is learned from. */
  readonly passes: number;
  readonly batchSize: number;
  /** The largest learning rate, and the share of the steps in which it rises to it. */
  readonly learningRate: number;
  readonly warmUp: number;
  readonly betas: readonly [number, number];
  readonly weightDecay: number;
  /** How much of the probability of a target goes to all answers alike; 0..1. */
  readonly labelSmoothing: number;
  /** How much of the exponential moving average of the weights stays at every step. */
  readonly emaDecay: number;
}

/** How that of this project's page reader learns; its card tells in how many rounds. */
export const signRecipe: SignHyperparameters = {
  rounds: 12,
  cropsARound: 1536,
  passes: 4,
  batchSize: 64,
  learningRate: 2e-3,
  warmUp: 0.05,
  betas: [0.9, 0.999],
  weightDecay: 1e-2,
  labelSmoothing: 0.02,
  emaDecay: 0.998,
  invertedShare: 0.15,
  gain: [0.7, 1.3],
};

/** What one round came to. */
export interface SignRound {
  readonly round: number;
  /** How many windows it had. */
  readonly windows: number;
  /** Means over the round. */
  readonly loss: number;
  readonly accuracy: number;
  /** Of the windows to validate with, by the averaged weights: signs told right, and others told to be none. */
  readonly signs: number;
  readonly others: number;
  readonly seconds: number;
}

/** What it learns from. */
export interface SignTrainingOptions {
  readonly seed: number;
  /** Makes crops; the same numbers give the same crops. */
  readonly makeCrops: (first: number, count: number) => Promise<readonly TrainingCrop[]>;
  /** Crops of other digits, to see how far the training is. */
  readonly validation: readonly TrainingCrop[];
  /** The files that crops are made of besides MNIST, by their SHA-256. @default none */
  readonly files?: Readonly<Record<string, string>>;
  readonly onRound?: ((history: readonly SignRound[]) => void) | undefined;
  /** Folder to keep the state in after every round, so that a stopped training can go on. */
  readonly checkpoints?: string | undefined;
}

const variablesOf = (weights: tfl.LayersModel['weights']): tf.Variable[] =>
  weights.map((weight) => weight.read() as tf.Variable);

/** One step: from windows, kinds, rate, how much of the averages stays, and masks to loss and right answers. */
function compileStep(
  model: tfl.LayersModel,
  averages: readonly tf.Variable[],
  optimizer: Adam,
  { labelSmoothing }: SignHyperparameters,
): CompiledCalculation {
  const variables = variablesOf(model.weights);
  return compile(
    ([windows, kinds, rate, stay, ...masks]) => {
      let logits = tf.tensor2d([[]]);
      const { value, grads } = tf.variableGrads(() => {
        logits = tf.keep(trainingLogits(model, windows as tf.Tensor4D, masks));
        const exact = tf.oneHot(kinds, KIND_COUNT);
        const targets = tf.add(tf.mul(exact, 1 - labelSmoothing), labelSmoothing / KIND_COUNT);
        return tf.losses.softmaxCrossEntropy(targets, logits);
      }, variablesOf(model.trainableWeights));
      const right = tf.sum(tf.equal(tf.argMax(logits, 1), kinds));
      logits.dispose();
      optimizer.apply(grads, rate);
      followVariables(averages, variables, stay);
      return [value, right];
    },
    { variables: [...new Set([...variables, ...optimizer.assigned, ...averages])] },
  );
}

/** Windows that are not varied. */
const AS_IT_IS: ContrastVariation = { gain: [1, 1], invertedShare: 0 };

/** The shares of signs and of others that are told right. */
function validate(
  model: tfl.LayersModel,
  examples: readonly SignExample[],
): Pick<SignRound, 'signs' | 'others'> {
  const counts = { signs: [0, 0], others: [0, 0] };
  const size = 256;
  for (let first = 0; first < examples.length; first += size) {
    const batch = examples.slice(first, first + size);
    const answers = tf.tidy(() => {
      const windows = variedContrast(
        batch.map(({ window }) => window),
        WINDOW_SIDE,
        AS_IT_IS,
        createRandom(0),
      );
      return tf.argMax(model.predictOnBatch(windows) as tf.Tensor, 1).dataSync();
    });
    batch.forEach(({ kind }, index) => {
      const count = counts[kind < NONE ? 'signs' : 'others'];
      count[1]++;
      if (answers[index] === kind) count[0]++;
    });
  }
  return {
    signs: counts.signs[0] / counts.signs[1],
    others: counts.others[0] / counts.others[1],
  };
}

/**
 * Trains a network to tell signs apart.
 *
 * Every round brings new crops, which are made while the round before is learned. The chance in each round depends
 * on the seed and the round alone, so a training that was stopped and resumed ends as if it had not been.
 *
 * @param model as `createSignNetwork` builds it; gets the averaged weights (Polyak and Juditsky, 1992)
 * @returns what every round came to
 * @throws Error where the network diverges, or the folder of checkpoints holds another training's state
 */
export async function trainSigns(
  model: tfl.LayersModel,
  hyperparameters: SignHyperparameters,
  options: SignTrainingOptions,
): Promise<readonly SignRound[]> {
  const { seed, makeCrops, files, onRound, checkpoints } = options;
  const { rounds, passes, batchSize, learningRate, warmUp, betas, weightDecay } = hyperparameters;
  const variables = variablesOf(model.weights);
  const averages = tf.tidy(() => variables.map((variable) => tf.variable(variable, false)));
  const optimizer = new Adam(variablesOf(model.trainableWeights), betas, weightDecay);
  const compiled = compileStep(model, averages, optimizer, hyperparameters);
  const examplesOf = (crops: readonly TrainingCrop[], random: Random): SignExample[] =>
    crops.flatMap((crop) => signExamples(crop, random));
  const validation = examplesOf(options.validation, createStream(seed, 0, ROUNDS_A_SEED));

  const cropsOf = cropsAhead(makeCrops, hyperparameters);
  const runRound = async (round: number): Promise<SignRound> => {
    const start = performance.now();
    const crops = await cropsOf(round);
    const random = createStream(seed, round, ROUNDS_A_SEED);
    const examples = examplesOf(crops, random);
    let [loss, right, seen] = [0, 0, 0];
    const stepsARound = passes * Math.ceil(examples.length / batchSize);
    let step = 0;
    for (let pass = 0; pass < passes; pass++) {
      for (const indices of shuffledBatches(examples.length, batchSize, random)) {
        const batch = Array.from(indices, (index) => examples[index]);
        // Rounds have different numbers of windows: the rate follows the share of the training that is done.
        const done = (round - 1 + step / stepsARound) / rounds;
        const rate = oneCycleRate(done * RATE_STEPS, RATE_STEPS, learningRate, warmUp);
        const taken = (round - 1) * stepsARound + step;
        const [lossOfBatch, rightOfBatch] = tf.tidy(() =>
          compiled
            .run([
              variedContrast(
                batch.map(({ window }) => window),
                WINDOW_SIDE,
                hyperparameters,
                random,
              ),
              tf.tensor1d(
                Int32Array.from(batch, ({ kind }) => kind),
                'int32',
              ),
              tf.scalar(optimizer.nextRate(rate)),
              tf.scalar(staying(taken, hyperparameters.emaDecay)),
              ...dropoutMasks(model, batch.length, random),
            ])
            .map((result) => result.dataSync()[0]),
        );
        checkFinite([lossOfBatch], `round ${round}`);
        loss += lossOfBatch * batch.length;
        right += rightOfBatch;
        seen += batch.length;
        step++;
        await tf.nextFrame();
      }
    }
    const learning = readVariables(variables);
    writeVariables(variables, readVariables(averages));
    const validated = validate(model, validation);
    writeVariables(variables, learning);
    const seconds = (performance.now() - start) / 1000;
    const accuracy = right / seen;
    return { round, windows: examples.length, loss: loss / seen, accuracy, ...validated, seconds };
  };
  try {
    const history = await runEpochs<SignRound>({
      identity: JSON.stringify({ seed, hyperparameters, files }),
      variables,
      optimizer,
      outcome: {
        read: () => readVariables(averages),
        write: (values) => {
          writeVariables(averages, values);
        },
      },
      isOver: (history) => history.length >= rounds,
      runEpoch: runRound,
      onEpoch: onRound,
      checkpoints,
    });
    writeVariables(variables, readVariables(averages));
    return history;
  } finally {
    compiled.dispose();
    optimizer.dispose();
    tf.dispose(averages);
  }
}

/** How finely the learning rate follows its cycle. */
const RATE_STEPS = 1_000_000;
