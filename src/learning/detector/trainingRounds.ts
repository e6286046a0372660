import * as tf from '@tensorflow/tfjs-core';
import { between, happens } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import { MAX_CONTRAST } from '../../picture/localContrast';
import type { ExampleSource } from '../exampleSource';
import type { TrainingCrop } from './trainingCrop';

// What the trainings of a page reader's networks have in common: rounds of new crops, seen in any light, and averages.

/** There are fewer rounds in a training than this. */
export const ROUNDS_A_SEED = 100_000;

/** How contrast is varied. */
export interface ContrastVariation {
  /** The share of pictures whose ink is made light and whose paper dark. */
  readonly invertedShare: number;
  /** What contrast is multiplied by. */
  readonly gain: readonly [number, number];
}

/**
 * Makes the crops of rounds; those of the next one while a round is learned.
 *
 * @returns gives the crops of a round, counted from 1
 */
export function cropsAhead(
  make: ExampleSource<TrainingCrop>['make'],
  { rounds, cropsARound }: { readonly rounds: number; readonly cropsARound: number },
): (round: number) => Promise<readonly TrainingCrop[]> {
  const cropsOf = (round: number): Promise<readonly TrainingCrop[]> =>
    round <= rounds ? make((round - 1) * cropsARound, cropsARound) : Promise.resolve([]);
  let next:
    { readonly round: number; readonly crops: Promise<readonly TrainingCrop[]> } | undefined;
  return async (round) => {
    const crops = await (next?.round === round ? next.crops : cropsOf(round));
    next = { round: round + 1, crops: cropsOf(round + 1) };
    return crops;
  };
}

/**
 * The local contrast of a batch as a network sees it, each picture varied.
 *
 * @param pictures contrast of -4..4 in steps of 4 / 127; [side, side] each
 * @returns [count, side, side, 1]
 */
export function variedContrast(
  pictures: readonly Int8Array[],
  side: number,
  { gain, invertedShare }: ContrastVariation,
  random: Random,
): tf.Tensor4D {
  const pixels = side ** 2;
  const values = new Float32Array(pictures.length * pixels);
  pictures.forEach((contrast, index) => {
    const sign = happens(random, invertedShare) ? -1 : 1;
    const factor = (sign * between(random, gain) * MAX_CONTRAST) / 127;
    for (let at = 0; at < pixels; at++) values[index * pixels + at] = factor * contrast[at];
  });
  return tf.tensor4d(values, [pictures.length, side, side, 1]);
}

/** How much of the averages stays at a step: at first they follow fast, as they have seen little. */
export const staying = (step: number, emaDecay: number): number =>
  Math.min(emaDecay, (1 + step) / (20 + step));

/** Lets averages follow variables. */
export function followVariables(
  averages: readonly tf.Variable[],
  variables: readonly tf.Variable[],
  stay: tf.Tensor,
): void {
  variables.forEach((variable, index) => {
    const average = averages[index];
    average.assign(tf.add(variable, tf.mul(tf.sub(average, variable), stay)));
  });
}
