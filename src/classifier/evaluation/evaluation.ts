import { argmax } from '../../numbers/argmax';

/** How well one digit is recognised. */
export interface ClassResult {
  readonly digit: number;
  /** How many images show it. */
  readonly support: number;
  /** Of the images taken for this digit, the share that shows it; 0..1. */
  readonly precision: number;
  /** Of the images that show this digit, the share taken for it; 0..1. */
  readonly recall: number;
  /** The harmonic mean of precision and recall; 0..1. */
  readonly f1: number;
}

/** One range of confidence, and how often the answers in it were right. */
export interface ReliabilityBin {
  /** The range's borders, 0..1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean confidence of the answers; 0 where there are none. */
  readonly confidence: number;
  /** The share of right answers; 0 where there are none. */
  readonly accuracy: number;
}

/** What a network's answers to labelled digits are worth. */
export interface Evaluation {
  readonly count: number;
  /** The share of right answers; 0..1. */
  readonly accuracy: number;
  /** The mean confidence of the answers: an honest network has as much as accuracy; 0..1. */
  readonly confidence: number;
  /** Negative log-likelihood: the mean of -ln(probability of the right digit). */
  readonly nll: number;
  /** Expected calibration error: how far confidence and accuracy lie apart, on average; 0..1. */
  readonly ece: number;
  readonly perClass: readonly ClassResult[];
  /** How often each digit (row) was taken for each digit (column); [10][10]. */
  readonly confusion: readonly (readonly number[])[];
  readonly reliability: readonly ReliabilityBin[];
}

/** An answer that was wrong. */
export interface Mistake {
  /** Which image. */
  readonly index: number;
  readonly label: number;
  readonly answer: number;
  /** The probability of the answer; 0..1. */
  readonly confidence: number;
}

const CLASSES = 10;

/**
 * The most probable digit of every image.
 *
 * @param probabilities shape [count, 10]
 * @returns digits 0 to 9; [count]
 */
export function answersOf(probabilities: Float32Array): Uint8Array {
  return Uint8Array.from({ length: probabilities.length / CLASSES }, (_, index) => {
    return argmax(probabilities.subarray(index * CLASSES, (index + 1) * CLASSES));
  });
}

/**
 * The probability of every image's answer.
 *
 * @param probabilities shape [count, 10]
 * @returns 0..1; [count]
 */
export function confidencesOf(probabilities: Float32Array): Float32Array {
  return Float32Array.from(
    answersOf(probabilities),
    (answer, index) => probabilities[index * CLASSES + answer],
  );
}

/**
 * Refuses probabilities that nothing can be measured on.
 *
 * @param probabilities shape [count, 10]
 * @param labels the right digits; [count]
 * @throws RangeError where there are not ten probabilities a label, or no labels at all, or one is not a number
 */
export function checkProbabilities(probabilities: Float32Array, labels: Uint8Array): void {
  const count = labels.length;
  if (count === 0 || probabilities.length !== count * CLASSES) {
    throw new RangeError(
      `expected ten probabilities for each of ${count} labels, at least one, found ${probabilities.length}`,
    );
  }
  if (!probabilities.every(Number.isFinite)) {
    throw new RangeError(
      'expected probabilities, found what is not a number; the network is broken',
    );
  }
}

function divide(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function resultsByClass(confusion: readonly (readonly number[])[]): ClassResult[] {
  return confusion.map((row, digit) => {
    const right = row[digit];
    const support = sum(row);
    const precision = divide(right, sum(confusion.map((other) => other[digit])));
    const recall = divide(right, support);
    const f1 = divide(2 * precision * recall, precision + recall);
    return { digit, support, precision, recall, f1 };
  });
}

/**
 * Compares confidence and accuracy in ranges of confidence (Guo et al., arXiv 1706.04599).
 *
 * @param confidences of the answers, 0..1; [count]
 * @param isRight whether each answer is right; [count]
 * @param bins how many ranges of equal width
 */
export function reliabilityBins(
  confidences: ArrayLike<number>,
  isRight: ArrayLike<boolean>,
  bins = 15,
): ReliabilityBin[] {
  const totals = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (let index = 0; index < confidences.length; index++) {
    const bin = totals[Math.min(bins - 1, Math.floor(confidences[index] * bins))];
    bin.count++;
    bin.confidence += confidences[index];
    bin.right += isRight[index] ? 1 : 0;
  }
  return totals.map(({ count, confidence, right }, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    count,
    confidence: divide(confidence, count),
    accuracy: divide(right, count),
  }));
}

/**
 * How far confidence and accuracy lie apart, on average over the answers (Guo et al., arXiv 1706.04599).
 *
 * @returns 0..1; 0 where there are no answers
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const count = sum(bins.map((bin) => bin.count));
  const gaps = bins.map((bin) => bin.count * Math.abs(bin.confidence - bin.accuracy));
  return divide(sum(gaps), count);
}

/**
 * Evaluates a network's answers to labelled digits.
 *
 * @param probabilities shape [count, 10]
 * @param labels the right digits; [count]
 * @throws RangeError where there are not ten probabilities a label, or no labels at all, or one is not a number
 */
export function evaluate(probabilities: Float32Array, labels: Uint8Array): Evaluation {
  checkProbabilities(probabilities, labels);
  const count = labels.length;
  const answers = answersOf(probabilities);
  const confusion = Array.from({ length: CLASSES }, () => new Array<number>(CLASSES).fill(0));
  const isRight = Array.from(labels, (label, index) => label === answers[index]);
  let logLikelihood = 0;
  for (let index = 0; index < count; index++) {
    const label = labels[index];
    confusion[label][answers[index]]++;
    // A probability of exactly 0 comes from rounding to float32; its logarithm would swallow all others.
    logLikelihood += Math.log(Math.max(probabilities[index * CLASSES + label], 1e-12));
  }
  const confidences = confidencesOf(probabilities);
  const reliability = reliabilityBins(confidences, isRight);
  return {
    count,
    accuracy: isRight.filter(Boolean).length / count,
    confidence: sum(Array.from(confidences)) / count,
    nll: -logLikelihood / count,
    ece: expectedCalibrationError(reliability),
    perClass: resultsByClass(confusion),
    confusion,
    reliability,
  };
}

/**
 * Finds the wrong answers, the most confident first.
 *
 * @param probabilities shape [count, 10]
 * @param labels the right digits; [count]
 */
export function findMistakes(probabilities: Float32Array, labels: Uint8Array): Mistake[] {
  return Array.from(answersOf(probabilities), (answer, index) => ({
    index,
    label: labels[index],
    answer,
    confidence: probabilities[index * CLASSES + answer],
  }))
    .filter(({ label, answer }) => label !== answer)
    .sort((a, b) => b.confidence - a.confidence);
}
