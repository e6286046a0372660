import * as tf from '@tensorflow/tfjs-core';
import { compile } from '../../engine/compile';
import { createRandom, createStream, type Random } from '../../numbers/random';
import { shuffle } from '../../numbers/shuffledBatches';
import { Adam } from '../../training/adam';
import { checkFinite } from '../../training/checkFinite';
import { oneCycleRate } from '../../training/oneCycle';
import { runEpochs } from '../../training/runEpochs';
import { readVariables, writeVariables } from '../../training/weights';
import { ANSWER_COUNT } from '../../reader/line/alphabet';
import { lineFilters } from '../../reader/line/lineNetwork';
import {
  createLineWeights,
  droppedUnits,
  learningLogits,
  lineVariables,
  type LineValues,
} from '../../reader/line/lineWeights';
import { STRIP_HEIGHT, STRIP_STRIDE } from '../../reader/line/strip';
import { ctcLoss } from './ctcLoss';
import type { ExampleSource } from '../exampleSource';
import type { LabelledStrip } from './generateStrip';
import { followVariables, ROUNDS_A_SEED, staying } from '../detector/trainingRounds';
import { validateLineReader, type LineValidation } from './validateLineReader';
import { varyStrip } from './varyStrip';

/** How a line reader is trained. */
export interface LineHyperparameters {
  /** How many rounds of new strips. */
  readonly rounds: number;
  readonly stripsARound: number;
  /** How often every strip is learned from. */
  readonly passes: number;
  readonly batchSize: number;
  /** The largest learning rate, and the share of the steps in which it rises to it. */
  readonly learningRate: number;
  readonly warmUp: number;
  readonly betas: readonly [number, number];
  readonly weightDecay: number;
  /** The share of channels that are left out at a step. */
  readonly dropout: number;
  /** Gradients of a larger norm, all together, are shortened to this. */
  readonly maxGradientNorm: number;
  /** How much of the exponential moving average of the weights stays at every step. */
  readonly emaDecay: number;
}

/** How the line reader of this project learns; `scripts/train_line_reader.py` has the same numbers. */
export const lineRecipe: LineHyperparameters = {
  rounds: 50,
  stripsARound: 4096,
  passes: 3,
  batchSize: 64,
  learningRate: 2.5e-3,
  warmUp: 0.08,
  betas: [0.9, 0.999],
  weightDecay: 1e-2,
  dropout: 0.05,
  maxGradientNorm: 2,
  emaDecay: 0.999,
};

/** What one round came to. */
export interface LineRound {
  readonly round: number;
  /** The mean over the round. */
  readonly loss: number;
  readonly seconds: number;
  /** With the averaged weights. */
  readonly validation: LineValidation;
}

export interface LineTrainingOptions {
  readonly seed: number;
  /** Makes strips; the same numbers give the same strips. */
  readonly makeStrips: ExampleSource<LabelledStrip>['make'];
  /** Strips of real pages that are learned from in every round, too. @default none */
  readonly realStrips?: readonly LabelledStrip[];
  /** What the strips are made of, to tell one training from another: SHA-256 by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** Strips of other hands, to see how far the training is. */
  readonly validation: readonly LabelledStrip[];
  readonly onRound?: (history: readonly LineRound[]) => void;
  /** Folder to keep the state in after every round, so that a stopped training can go on. */
  readonly checkpoints?: string;
}

/** Strips of like width together, since a batch is as wide as its widest strip; the batches in random order. */
function batchesOf(
  strips: readonly LabelledStrip[],
  size: number,
  random: Random,
): LabelledStrip[][] {
  const order = strips
    .map((strip) => ({ strip, width: strip.width + 24 * random.uniform() }))
    .sort((a, b) => a.width - b.width)
    .map(({ strip }) => strip);
  const count = Math.ceil(order.length / size);
  const numbers = shuffle(
    Uint32Array.from({ length: count }, (_, index) => index),
    random,
  );
  return Array.from(numbers, (number) => order.slice(number * size, (number + 1) * size));
}

/** The strips of a batch, varied; [count, 48, width, 1]. */
function batchStrips(batch: readonly LabelledStrip[], random: Random): tf.Tensor4D {
  const width = Math.max(...batch.map((strip) => strip.width));
  const values = new Float32Array(batch.length * STRIP_HEIGHT * width);
  batch.forEach((labelled, index) => {
    const strip = varyStrip(labelled, random);
    for (let row = 0; row < STRIP_HEIGHT; row++) {
      const from = strip.data.subarray(row * strip.width, (row + 1) * strip.width);
      values.set(from, (index * STRIP_HEIGHT + row) * width);
    }
  });
  return tf.tensor4d(values, [batch.length, STRIP_HEIGHT, width, 1]);
}

/** Which channels of each strip are kept, those louder for it. */
function dropoutMasks(count: number, share: number, random: Random): tf.Tensor4D[] {
  return droppedUnits.map((name) => {
    const channels = lineFilters[name][3];
    const kept = Float32Array.from({ length: count * channels }, () =>
      random.uniform() < share ? 0 : 1 / (1 - share),
    );
    return tf.tensor4d(kept, [count, 1, 1, channels]);
  });
}

/** The mean loss of a batch, and what it changes by with each logit. */
function lossOf(
  logits: Float32Array,
  columns: number,
  batch: readonly LabelledStrip[],
): { readonly loss: number; readonly gradient: Float32Array } {
  const gradient = new Float32Array(logits.length);
  let sum = 0;
  batch.forEach(({ width, text }, index) => {
    const own = width / STRIP_STRIDE;
    const start = index * columns * ANSWER_COUNT;
    const result = ctcLoss(logits.subarray(start, start + own * ANSWER_COUNT), own, text);
    if (!Number.isFinite(result.loss)) return;
    // As PyTorch weighs it: each text counts alike, however long it is.
    const weight = 1 / (Math.max(1, text.length) * batch.length);
    sum += weight * result.loss;
    gradient.set(
      result.gradient.map((value) => weight * value),
      start,
    );
  });
  return { loss: sum, gradient };
}

/**
 * Trains a network to read lines.
 *
 * Every round brings new strips, which are made while the round before is learned. The chance in each round depends on
 * the seed and the round alone, so a training that was stopped and resumed ends as if it had not been.
 *
 * @returns the averaged weights (Polyak and Juditsky, 1992), and what every round came to
 * @throws Error where the network diverges, or the folder of checkpoints holds another training's state
 */
export async function trainLineReader(
  hyperparameters: LineHyperparameters,
  options: LineTrainingOptions,
): Promise<{ readonly values: LineValues; readonly history: readonly LineRound[] }> {
  const { seed, makeStrips, realStrips = [], files, validation, onRound, checkpoints } = options;
  const { rounds, stripsARound, passes, batchSize, dropout, maxGradientNorm } = hyperparameters;
  const weights = createLineWeights(createRandom(seed));
  const names = Object.keys({ ...weights.learned, ...weights.statistics });
  const variables = lineVariables(weights);
  const averages = tf.tidy(() => variables.map((variable) => tf.variable(variable, false)));
  const learned = Object.values(weights.learned);
  const optimizer = new Adam(learned, hyperparameters.betas, hyperparameters.weightDecay);
  const averaged = (): LineValues =>
    Object.fromEntries(readVariables(averages).map((values, index) => [names[index], values]));

  const surroundings = {
    variables: [...new Set([...variables, ...optimizer.assigned, ...averages])],
  };
  const forward = compile(
    ([strips, ...masks]) => [learningLogits(weights, strips as tf.Tensor4D, masks, false)],
    surroundings,
  );
  const backward = compile(([strips, gradient, rate, stay, ...masks]) => {
    const { grads } = tf.variableGrads(() => {
      const logits = learningLogits(weights, strips as tf.Tensor4D, masks, true);
      return tf.sum(tf.mul(logits, gradient)).asScalar();
    }, learned);
    const length = tf.sqrt(tf.addN(Object.values(grads).map((each) => tf.sum(tf.square(each)))));
    const factor = tf.div(maxGradientNorm, tf.maximum(length, maxGradientNorm));
    const shortened = Object.entries(grads).map(([name, each]) => [name, tf.mul(each, factor)]);
    optimizer.apply(Object.fromEntries(shortened) as tf.NamedTensorMap, rate);
    followVariables(averages, variables, stay);
    return [length];
  }, surroundings);

  const stepsARound = passes * Math.ceil((stripsARound + realStrips.length) / batchSize);
  const steps = rounds * stepsARound;
  const takeStep = (batch: readonly LabelledStrip[], step: number, random: Random): number =>
    tf.tidy(() => {
      const strips = batchStrips(batch, random);
      const masks = dropoutMasks(batch.length, dropout, random);
      const [logits] = forward.run([strips, ...masks]);
      const columns = logits.shape[2]!;
      const { loss, gradient } = lossOf(logits.dataSync<'float32'>(), columns, batch);
      const { learningRate, warmUp, emaDecay } = hyperparameters;
      backward.run([
        strips,
        tf.tensor(gradient, logits.shape),
        tf.scalar(optimizer.nextRate(oneCycleRate(step, steps, learningRate, warmUp))),
        tf.scalar(staying(step, emaDecay)),
        ...masks,
      ]);
      return loss;
    });

  let ahead: Promise<readonly LabelledStrip[]> | undefined;
  const stripsOf = (round: number): Promise<readonly LabelledStrip[]> =>
    makeStrips((round - 1) * stripsARound, stripsARound);
  const runRound = async (round: number): Promise<LineRound> => {
    const start = performance.now();
    const made = await (ahead ?? stripsOf(round));
    ahead = round < rounds ? stripsOf(round + 1) : undefined;
    const strips = [...made, ...realStrips];
    const random = createStream(seed, round, ROUNDS_A_SEED);
    let [sum, taken] = [0, 0];
    for (let pass = 0; pass < passes; pass++) {
      for (const batch of batchesOf(strips, batchSize, random)) {
        const loss = takeStep(batch, (round - 1) * stepsARound + taken, random);
        checkFinite([loss], `round ${round}`);
        sum += loss;
        taken++;
        await tf.nextFrame();
      }
    }
    const validated = await validateLineReader(averaged(), validation);
    const seconds = (performance.now() - start) / 1000;
    return { round, loss: sum / taken, seconds, validation: validated };
  };
  try {
    const history = await runEpochs<LineRound>({
      identity: JSON.stringify({ seed, hyperparameters, files, realStrips: realStrips.length }),
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
    forward.dispose();
    backward.dispose();
    optimizer.dispose();
    tf.dispose([...variables, ...averages]);
  }
}
