import { MAX_EPOCHS } from './settings/settingRules';
import { sha256 } from '../files/wholeFile';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { collectBatch } from '../digits/augmentation/augment';
import { shuffledBatches } from '../numbers/shuffledBatches';
import type { DigitSet } from '../digits/digitSet';
import { createStream, type Random } from '../numbers/random';
import type { TrainingSplit } from '../digits/split';
import { compile, type Calculation, type CompiledCalculation } from '../engine/compile';
import { Adam } from '../training/adam';
import { checkFinite } from '../training/checkFinite';
import { runEpochs } from '../training/runEpochs';
import { readVariables, writeVariables } from '../training/weights';
import { checkHyperparameters } from './settings/checkHyperparameters';
import { classifyDigits } from './classify';
import { bestEpochOf, type EpochResult } from './epochResult';
import { evaluate } from './evaluation/evaluation';
import { imageTensor } from './imageTensor';
import type { Hyperparameters } from './settings/presets';
import { oneCycleRate } from '../training/oneCycle';
import { targetsFromLabels } from './targets';
import { dropoutMasks, trainingLogits } from './trainingPass';

/** How far a training is. */
export interface TrainingProgress {
  /** Steps of the optimiser done, of all there will be. */
  readonly step: number;
  readonly steps: number;
  /** The learning rate of the last step. */
  readonly learningRate: number;
  /** Which epoch runs, from 1, of how many. */
  readonly epoch: number;
  readonly epochs: number;
  /** The loss of the last step's batch. */
  readonly batchLoss: number;
  /** Mean over this epoch so far. */
  readonly loss: number;
  /** Share of right answers in this epoch so far; 0..1. */
  readonly accuracy: number;
}

export interface TrainingOptions {
  /** Decides shuffling, variations and dropout: equal seeds give equal trainings on one engine and machine. */
  readonly seed: number;
  /** Called after every step; the training waits for it. */
  readonly onStep?: (progress: TrainingProgress) => void | Promise<void>;
  /** Called where a training goes on, with the results of the epochs before. */
  readonly onResume?: (history: readonly EpochResult[]) => void;
  /** Called after every epoch with all results so far; the training waits for it. */
  readonly onEpoch?: (history: readonly EpochResult[]) => void | Promise<void>;
  /** Folder to keep the state in after every epoch, so that a stopped training can go on. */
  readonly checkpoints?: string;
  /** Stops the training after the step that runs; the network then has the weights of its best epoch so far. */
  readonly signal?: AbortSignal;
}

/** What a training came to. */
export interface TrainingResult {
  readonly history: readonly EpochResult[];
  /** The epoch whose weights the model now has: the best by the validation digits, as `bestEpochOf` says. */
  readonly bestEpoch: number;
}

interface StepResult {
  readonly loss: number;
  readonly right: number;
}

function trainableVariables(model: tfl.LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as tf.Variable);
}

/** Says which training it is; two that differ in anything that matters are told apart. */
export function describeTraining(
  model: tfl.LayersModel,
  { training, validation }: TrainingSplit,
  hyperparameters: Hyperparameters,
  seed: number,
): string {
  const layers = model.layers.map((layer) => [layer.name, layer.outputShape]);
  const digits = [training, validation].map(({ images, labels }) => [
    sha256(images),
    sha256(labels),
  ]);
  return JSON.stringify({ seed, hyperparameters, layers, digits });
}

/** One step of the optimiser: from images, targets, labels, learning rate and dropout's masks to loss and right answers. */
function compileStep(model: tfl.LayersModel, optimizer: Adam): CompiledCalculation {
  const variables = model.weights.map((weight) => weight.read() as tf.Variable);
  const step: Calculation = ([images, targets, labels, rate, ...masks]) => {
    // Kept beyond the calculation of the gradients, which tidies up after itself.
    let logits = tf.tensor2d([[]]);
    const { value, grads } = tf.variableGrads(() => {
      logits = tf.keep(trainingLogits(model, images as tf.Tensor4D, masks));
      return tf.losses.softmaxCrossEntropy(targets, logits);
    }, trainableVariables(model));
    const right = tf.sum(tf.equal(tf.argMax(logits, 1), labels));
    logits.dispose();
    optimizer.apply(grads, rate);
    return [value, right];
  };
  return compile(step, { variables: [...new Set([...variables, ...optimizer.assigned])] });
}

/** What a network sees in one step, and what it shall answer. */
interface Batch {
  /** Ink in 0..255; [count, 28, 28]. */
  readonly images: Uint8Array;
  /** Probabilities; [count, 10]. */
  readonly targets: Float32Array;
  /** The right digits; [count]. */
  readonly labels: Int32Array;
}

/** Takes one step on one batch. */
function takeStep(
  model: tfl.LayersModel,
  step: CompiledCalculation,
  { images, targets, labels }: Batch,
  rate: number,
  random: Random,
): StepResult {
  const count = labels.length;
  return tf.tidy(() => {
    const results = step.run([
      imageTensor(images),
      tf.tensor2d(targets, [count, targets.length / count]),
      tf.tensor1d(labels, 'int32'),
      tf.scalar(rate),
      ...dropoutMasks(model, count, random),
    ]);
    const [loss, right] = results.map((result) => result.dataSync()[0]);
    return { loss, right };
  });
}

async function validate(
  model: tfl.LayersModel,
  { images, labels, count }: DigitSet,
): Promise<Pick<EpochResult, 'validationLoss' | 'validationAccuracy'>> {
  const { nll, accuracy } = evaluate(await classifyDigits(model, images, count), labels);
  return { validationLoss: nll, validationAccuracy: accuracy };
}

/**
 * Trains a network, choosing its weights by the validation digits.
 *
 * Adam (Kingma and Ba, arXiv 1412.6980) with a one-cycle learning rate. The chance in each epoch depends
 * on the seed and the epoch alone, so a training that was stopped and resumed ends as if it had not been.
 *
 * @param model a chain of layers that ends in softmax; its weights are changed
 * @param split digits of 28x28 pixels
 * @throws RangeError where a hyperparameter is out of its range
 * @throws Error where the network diverges, or the folder of checkpoints holds another training's state
 * @throws the reason of the signal where that stops it
 */
export async function trainNetwork(
  model: tfl.LayersModel,
  { training, validation }: TrainingSplit,
  hyperparameters: Hyperparameters,
  { seed, onStep, onResume, onEpoch, checkpoints, signal }: TrainingOptions,
): Promise<TrainingResult> {
  checkHyperparameters(hyperparameters, seed);
  const { epochs, batchSize, learningRate, warmUp, betas, patience } = hyperparameters;
  const { augmentation, labelSmoothing } = hyperparameters;
  const variables = model.weights.map((weight) => weight.read() as tf.Variable);
  const optimizer = new Adam(trainableVariables(model), betas);
  const stepsAnEpoch = Math.ceil(training.count / batchSize);
  const steps = epochs * stepsAnEpoch;

  const compiled = compileStep(model, optimizer);
  const learn = async (epoch: number): Promise<Pick<EpochResult, 'loss' | 'accuracy'>> => {
    const random = createStream(seed, epoch, MAX_EPOCHS + 1);
    let [loss, right, seen] = [0, 0, 0];
    for (const [index, indices] of shuffledBatches(training.count, batchSize, random).entries()) {
      const step = (epoch - 1) * stepsAnEpoch + index;
      const rate = oneCycleRate(step, steps, learningRate, warmUp);
      const labels = Int32Array.from(indices, (index) => training.labels[index]);
      const images = collectBatch(training, indices, augmentation, random);
      const targets = targetsFromLabels(labels, labelSmoothing);
      const batch = { images, targets, labels };
      const result = takeStep(model, compiled, batch, optimizer.nextRate(rate), random);
      checkFinite([result.loss], `step ${step + 1}`);
      loss += result.loss * indices.length;
      right += result.right;
      seen += indices.length;
      await onStep?.({
        step: step + 1,
        steps,
        learningRate: rate,
        epoch,
        epochs,
        batchLoss: result.loss,
        loss: loss / seen,
        accuracy: right / seen,
      });
      // Lets a notebook draw and Ctrl-C arrive.
      await tf.nextFrame();
      signal?.throwIfAborted();
    }
    return { loss: loss / seen, accuracy: right / seen };
  };

  let best: readonly Float32Array[] = readVariables(variables);
  const bestEpoch = (history: readonly EpochResult[]): number =>
    bestEpochOf(history, validation.count).epoch;
  try {
    const history = await runEpochs<EpochResult>({
      identity: describeTraining(model, { training, validation }, hyperparameters, seed),
      variables,
      optimizer,
      outcome: {
        read: (history) =>
          (best = bestEpoch(history) === history.length ? readVariables(variables) : best),
        write: (values) => (best = values),
      },
      isOver: (history) =>
        history.length >= epochs ||
        (history.length > 0 && history.length - bestEpoch(history) >= patience),
      runEpoch: async (epoch) => {
        const start = performance.now();
        const learned = await learn(epoch);
        const validated = await validate(model, validation);
        return { epoch, ...learned, ...validated, seconds: (performance.now() - start) / 1000 };
      },
      onResume,
      onEpoch,
      checkpoints,
    });
    return { history, bestEpoch: bestEpoch(history) };
  } finally {
    writeVariables(variables, best);
    compiled.dispose();
    optimizer.dispose();
  }
}
