import * as tf from '@tensorflow/tfjs-core';
import { shuffledBatches } from '../../numbers/shuffledBatches';
import { createRandom, createStream, type Random } from '../../numbers/random';
import { compile, type CompiledCalculation } from '../../engine/compile';
import { Adam } from '../../training/adam';
import { checkFinite } from '../../training/checkFinite';
import { runEpochs } from '../../training/runEpochs';
import { readVariables, writeVariables } from '../../training/weights';
import { sha256 } from '../../files/wholeFile';
import { oneCycleRate } from '../../training/oneCycle';
import { encodeDetector } from '../../reader/detector/detectorBytes';
import { CROP_SIDE, type TrainingCrop } from './trainingCrop';
import { detectorLoss } from './detectorLoss';
import {
  createDetectorWeights,
  learningAnswers,
  detectorVariables,
  unfoldDetector,
  type FoldedDetector,
  type DetectorValues,
  type DetectorWeights,
} from '../../reader/detector/detectorWeights';
import { CELLS, detectorTargets, TARGETS } from './detectorTargets';
import {
  cropsAhead,
  followVariables,
  ROUNDS_A_SEED,
  staying,
  variedContrast,
  type ContrastVariation,
} from './trainingRounds';
import { validateDetector, type DetectorValidation } from './validateDetector';

/** How a detector is trained. */
export interface DetectorHyperparameters extends ContrastVariation {
  /** How many rounds of new crops. */
  readonly rounds: number;
  readonly cropsARound: number;
  /** How often every crop is learned from. */
  readonly passes: number;
  readonly batchSize: number;
  /** The largest learning rate, and the share of the steps in which it rises to it. */
  readonly learningRate: number;
  readonly warmUp: number;
  readonly betas: readonly [number, number];
  readonly weightDecay: number;
  /** Gradients of a larger norm, all together, are shortened to this. */
  readonly maxGradientNorm: number;
  /** How much of the exponential moving average of the weights stays at every step. */
  readonly emaDecay: number;
}

/** How the page reader of this project began to learn; its card tells in how many rounds. */
export const detectorRecipe: DetectorHyperparameters = {
  rounds: 200,
  cropsARound: 2048,
  passes: 2,
  batchSize: 32,
  learningRate: 3e-3,
  warmUp: 0.03,
  betas: [0.9, 0.999],
  weightDecay: 1e-2,
  maxGradientNorm: 5,
  emaDecay: 0.998,
  invertedShare: 0.15,
  gain: [0.7, 1.3],
};

/** The recipe for a reader that has learned before: steps that do not throw it out of what it knows. */
export const furtherRecipe: DetectorHyperparameters = {
  ...detectorRecipe,
  rounds: 36,
  learningRate: 1e-3,
};

/** What one round came to. */
export interface RoundResult {
  readonly round: number;
  /** Means over the round. */
  readonly loss: number;
  readonly cells: number;
  readonly classes: number;
  readonly boxes: number;
  readonly seconds: number;
  /** With the averaged weights, after every tenth round. */
  readonly validation?: DetectorValidation;
}

export interface DetectorTrainingOptions {
  readonly seed: number;
  /** Makes crops; the same numbers give the same crops. */
  readonly make: (first: number, count: number) => Promise<readonly TrainingCrop[]>;
  /** The files that crops are made of besides MNIST, by their SHA-256. @default none */
  readonly files?: Readonly<Record<string, string>>;
  /** What to go on from; without it the network has learned nothing yet. */
  readonly from?: FoldedDetector;
  /** Crops of other digits, to see how far the training is. */
  readonly validation: readonly TrainingCrop[];
  readonly onRound?: (history: readonly RoundResult[]) => void;
  /** Folder to keep the state in after every round, so that a stopped training can go on. */
  readonly checkpoints?: string;
}

const VALIDATION_ROUNDS = 10;

/** How many crops tell a network that goes on how to normalise. */
const UNFOLDING_CROPS = 128;

function compileStep(
  weights: DetectorWeights,
  averages: readonly tf.Variable[],
  optimizer: Adam,
  { maxGradientNorm }: DetectorHyperparameters,
): CompiledCalculation {
  const variables = detectorVariables(weights);
  const learned = Object.values(weights.learned);
  const step = ([pictures, targets, digits, rate, stay]: readonly tf.Tensor[]): tf.Tensor[] => {
    let parts: tf.Tensor[] = [];
    const { value, grads } = tf.variableGrads(() => {
      const answers = learningAnswers(weights, pictures as tf.Tensor4D);
      const loss = detectorLoss(answers, targets as tf.Tensor4D, digits as tf.Tensor3D);
      parts = [loss.cells, loss.classes, loss.boxes].map((part) => tf.keep(part));
      return loss.total;
    }, learned);
    const squares = Object.values(grads).map((gradient) => tf.sum(tf.square(gradient)));
    const length = tf.sqrt(tf.addN(squares));
    const factor = tf.div(maxGradientNorm, tf.maximum(length, maxGradientNorm));
    const shortened = Object.entries(grads).map(([name, gradient]) => [
      name,
      tf.mul(gradient, factor),
    ]);
    optimizer.apply(Object.fromEntries(shortened) as tf.NamedTensorMap, rate);
    followVariables(averages, variables, stay);
    const results = [value, ...parts.map((part) => tf.clone(part))];
    tf.dispose(parts);
    return results;
  };
  const assigned = [...variables, ...optimizer.assigned, ...averages];
  return compile(step, { variables: [...new Set(assigned)] });
}

/** The crops of a batch as the network sees them; [count, 192, 192, 1]. */
const batchPictures = (
  crops: readonly TrainingCrop[],
  variation: DetectorHyperparameters,
  random: Random,
): tf.Tensor4D =>
  variedContrast(
    crops.map(({ contrast }) => contrast),
    CROP_SIDE,
    variation,
    random,
  );

/** The weights that a training begins with. */
function firstWeights(
  hyperparameters: DetectorHyperparameters,
  crops: readonly TrainingCrop[],
  { seed, from }: DetectorTrainingOptions,
): DetectorWeights {
  const random = createRandom(seed);
  if (!from) return createDetectorWeights(random);
  const pictures = batchPictures(crops, hyperparameters, random);
  try {
    return unfoldDetector(from, pictures);
  } finally {
    pictures.dispose();
  }
}

/**
 * Trains a network to find digits on pages.
 *
 * Every round brings new crops, which are made while the round before is learned. The chance in each
 * round depends on the seed and the round alone, so a training that was stopped and resumed ends as if it
 * had not been.
 *
 * @returns the averaged weights (Polyak and Juditsky, 1992), and what every round came to
 * @throws Error where the network diverges, or the folder of checkpoints holds another training's state
 */
export async function trainDetector(
  hyperparameters: DetectorHyperparameters,
  options: DetectorTrainingOptions,
): Promise<{ readonly values: DetectorValues; readonly history: readonly RoundResult[] }> {
  const { seed, make, files, from, validation, onRound, checkpoints } = options;
  const { rounds, cropsARound, passes, batchSize, learningRate, warmUp } = hyperparameters;
  const unfoldingCrops = from ? await make(0, UNFOLDING_CROPS) : [];
  const weights = firstWeights(hyperparameters, unfoldingCrops, options);
  const names = Object.keys({ ...weights.learned, ...weights.statistics });
  const variables = detectorVariables(weights);
  const averages = tf.tidy(() => variables.map((variable) => tf.variable(variable, false)));
  const optimizer = new Adam(
    Object.values(weights.learned),
    hyperparameters.betas,
    hyperparameters.weightDecay,
  );
  const averaged = (): DetectorValues =>
    Object.fromEntries(readVariables(averages).map((values, index) => [names[index], values]));

  const stepsARound = passes * Math.ceil(cropsARound / batchSize);
  const steps = rounds * stepsARound;
  const compiled = compileStep(weights, averages, optimizer, hyperparameters);
  const takeStep = (crops: readonly TrainingCrop[], step: number, random: Random): number[] =>
    tf.tidy(() => {
      const targets = crops.map(detectorTargets);
      const laidOut = new Float32Array(crops.length * CELLS ** 2 * TARGETS.count);
      const digits = new Int32Array(crops.length * CELLS ** 2);
      targets.forEach((target, index) => {
        laidOut.set(target.values, index * target.values.length);
        digits.set(target.digits, index * target.digits.length);
      });
      const results = compiled.run([
        batchPictures(crops, hyperparameters, random),
        tf.tensor4d(laidOut, [crops.length, CELLS, CELLS, TARGETS.count]),
        tf.tensor3d(digits, [crops.length, CELLS, CELLS], 'int32'),
        tf.scalar(optimizer.nextRate(oneCycleRate(step, steps, learningRate, warmUp))),
        tf.scalar(staying(step, hyperparameters.emaDecay)),
      ]);
      return results.map((result) => result.dataSync()[0]);
    });

  const cropsOf = cropsAhead(make, hyperparameters);
  const runRound = async (round: number): Promise<RoundResult> => {
    const start = performance.now();
    const crops = await cropsOf(round);
    const random = createStream(seed, round, ROUNDS_A_SEED);
    const sums = [0, 0, 0, 0];
    let taken = 0;
    for (let pass = 0; pass < passes; pass++) {
      for (const indices of shuffledBatches(crops.length, batchSize, random)) {
        const batch = Array.from(indices, (index) => crops[index]);
        const losses = takeStep(batch, (round - 1) * stepsARound + taken, random);
        checkFinite(losses, `round ${round}`);
        losses.forEach((loss, index) => (sums[index] += loss));
        taken++;
        await tf.nextFrame();
      }
    }
    const [loss, cells, classes, boxes] = sums.map((sum) => sum / taken);
    const isValidated = round % VALIDATION_ROUNDS === 0 || round === rounds;
    const validated = isValidated ? await validateDetector(averaged(), validation) : undefined;
    const seconds = (performance.now() - start) / 1000;
    const result = { round, loss, cells, classes, boxes, seconds };
    return validated ? { ...result, validation: validated } : result;
  };
  try {
    const history = await runEpochs<RoundResult>({
      identity: JSON.stringify({
        seed,
        hyperparameters,
        files,
        earlier: from && sha256(encodeDetector(from)),
        // Made as the crops to learn from are: others tell of other digits, or of a changed page generator.
        validation: validation.map(({ contrast }) => sha256(contrast)),
      }),
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
    return { values: averaged(), history };
  } finally {
    compiled.dispose();
    optimizer.dispose();
    tf.dispose([...variables, ...averages]);
  }
}
