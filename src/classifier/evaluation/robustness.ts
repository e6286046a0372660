import { degradations, degrade } from '../../digits/degrade';
import type { DigitSet } from '../../digits/digitSet';
import { drawNonDigits, nonDigits } from '../../digits/nonDigits';
import { createRandom } from '../../numbers/random';
import type { ClassifyDigits } from '../classify';
import { confidencesOf, evaluate, type Evaluation } from './evaluation';

/** What a network makes of digits that are damaged in one way. */
export interface DegradedResult extends Evaluation {
  readonly kind: keyof typeof degradations;
  readonly strength: number;
}

/** How sure a network is of what shows no digit. */
export interface NonDigitResult {
  readonly kind: keyof typeof nonDigits;
  /** The mean confidence of the answers, all of which are wrong; 0..1. */
  readonly confidence: number;
  /** The share of answers given with a confidence of 0.9 or more; 0..1. */
  readonly sureShare: number;
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record) as Key[];

/**
 * Measures a network on digits damaged in every way and strength of `degradations`, which tells whether
 * confidence falls with accuracy (Ovadia et al., arXiv 1906.02530).
 *
 * @param digits none the network has learned from
 * @param seed decides noise and places, alike for every kind and strength
 */
export async function evaluateDegraded(
  classify: ClassifyDigits,
  digits: DigitSet,
  seed: number,
): Promise<DegradedResult[]> {
  const results: DegradedResult[] = [];
  for (const kind of keysOf(degradations)) {
    for (const strength of degradations[kind].strengths) {
      const { images, count, labels } = degrade(
        digits,
        degradations[kind],
        strength,
        createRandom(seed),
      );
      results.push({ kind, strength, ...evaluate(await classify(images, count), labels) });
    }
  }
  return results;
}

/**
 * Measures how sure a network is of images that show no digit.
 *
 * @param count how many images of each kind
 * @param seed decides what they look like
 */
export async function measureNonDigits(
  classify: ClassifyDigits,
  count: number,
  seed: number,
): Promise<NonDigitResult[]> {
  const results: NonDigitResult[] = [];
  for (const kind of keysOf(nonDigits)) {
    const images = drawNonDigits(kind, count, createRandom(seed));
    const confidences = Array.from(confidencesOf(await classify(images, count)));
    const confidence = confidences.reduce((sum, value) => sum + value, 0) / count;
    const sureShare = confidences.filter((value) => value >= 0.9).length / count;
    results.push({ kind, confidence, sureShare });
  }
  return results;
}
