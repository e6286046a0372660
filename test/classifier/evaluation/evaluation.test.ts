import { describe, expect, it } from 'vitest';
import { fitTemperature } from '../../../src/classifier/temperature';
import {
  answersOf,
  evaluate,
  findMistakes,
  reliabilityBins,
} from '../../../src/classifier/evaluation/evaluation';
import {
  classTable,
  confusionTable,
  historyTable,
} from '../../../src/classifier/evaluation/tables';
import { createRandom } from '../../../src/numbers/random';

/** Ten probabilities: the given one for a digit, the rest shared by the others. */
function probability(digit: number, confidence: number): number[] {
  return Array.from({ length: 10 }, (_, other) =>
    other === digit ? confidence : (1 - confidence) / 9,
  );
}

const labels = Uint8Array.of(3, 3, 5, 7);
const probabilities = Float32Array.from([
  ...probability(3, 0.9),
  ...probability(5, 0.6),
  ...probability(5, 0.8),
  ...probability(1, 0.95),
]);

describe('an evaluation', () => {
  const result = evaluate(probabilities, labels);

  it('counts the right answers', () => {
    expect([...answersOf(probabilities)]).toEqual([3, 5, 5, 1]);
    expect(result).toMatchObject({ count: 4, accuracy: 0.5 });
  });

  it('averages the confidence of the answers', () => {
    expect(result.confidence).toBeCloseTo((0.9 + 0.6 + 0.8 + 0.95) / 4, 6);
  });

  it('averages the negative logarithm of the right digit', () => {
    const right = [0.9, 0.4 / 9, 0.8, 0.05 / 9];
    const expected = right.reduce((total, p) => total - Math.log(p), 0) / 4;
    expect(result.nll).toBeCloseTo(expected, 5);
  });

  it('counts which digit was taken for which', () => {
    expect(result.confusion[3][3]).toBe(1);
    expect(result.confusion[3][5]).toBe(1);
    expect(result.confusion[7][1]).toBe(1);
    expect(result.confusion.flat().reduce((a, b) => a + b)).toBe(4);
  });

  it('gives precision, recall and F1 of every digit, 0 where nothing is there', () => {
    expect(result.perClass[3]).toEqual({
      digit: 3,
      support: 2,
      precision: 1,
      recall: 0.5,
      f1: 2 / 3,
    });
    expect(result.perClass[5]).toEqual({
      digit: 5,
      support: 1,
      precision: 0.5,
      recall: 1,
      f1: 2 / 3,
    });
    expect(result.perClass[0]).toEqual({ digit: 0, support: 0, precision: 0, recall: 0, f1: 0 });
  });

  it('measures how far confidence and accuracy lie apart', () => {
    // Four answers in four bins: right at 0.9 and 0.8, wrong at 0.6 and 0.95.
    expect(result.ece).toBeCloseTo((0.1 + 0.6 + 0.2 + 0.95) / 4, 5);
  });

  it('finds the mistakes, the most confident first', () => {
    expect(findMistakes(probabilities, labels)).toMatchObject([
      { index: 3, label: 7, answer: 1 },
      { index: 1, label: 3, answer: 5 },
    ]);
  });

  it('refuses probabilities that do not fit the labels', () => {
    expect(() => evaluate(probabilities, labels.subarray(1))).toThrow('found 40');
    expect(() => evaluate(new Float32Array(), new Uint8Array())).toThrow('at least one');
    expect(() => evaluate(new Float32Array(10).fill(NaN), Uint8Array.of(1))).toThrow('broken');
  });

  it('is tabulated', () => {
    expect(classTable(result).shape).toEqual({ height: 10, width: 5 });
    expect(confusionTable(result).rows()).toEqual([
      [3, 5, 1],
      [7, 1, 1],
    ]);
  });
});

it('a network without mistakes has an empty table of confusions, and one without epochs of history', () => {
  const { confusion } = evaluate(Float32Array.from(probability(2, 1)), Uint8Array.of(2));
  expect(confusionTable({ confusion }).shape).toEqual({ height: 0, width: 3 });
  expect(historyTable([]).shape).toEqual({ height: 0, width: 6 });
});

it('a perfect and certain network has no loss and no calibration error', () => {
  const certain = Float32Array.from([...probability(2, 1), ...probability(4, 1)]);
  expect(evaluate(certain, Uint8Array.of(2, 4))).toMatchObject({ accuracy: 1, nll: -0, ece: 0 });
});

it('a training is tabulated with a row an epoch', () => {
  const epoch = { loss: 1, accuracy: 0.5, validationLoss: 1, validationAccuracy: 0.5, seconds: 2 };
  const table = historyTable([
    { epoch: 1, ...epoch },
    { epoch: 2, ...epoch },
  ]);
  expect(table.columns).toEqual(['epoch', ...Object.keys(epoch)]);
  expect(table.height).toBe(2);
});

it('reliability bins hold the answers of their range, certainty included', () => {
  const bins = reliabilityBins([0, 0.24, 0.25, 1], [true, false, true, true], 4);
  expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 1]);
  expect(bins[0]).toEqual({ from: 0, to: 0.25, count: 2, confidence: 0.12, accuracy: 0.5 });
});

describe('the temperature', () => {
  /** Digits drawn from the probabilities of random logits: the honest temperature is 1. */
  function honest(factor: number): { probabilities: Float32Array; labels: Uint8Array } {
    const random = createRandom(11);
    const count = 4000;
    const drawn = new Uint8Array(count);
    const values = new Float32Array(count * 10);
    for (let index = 0; index < count; index++) {
      const logits = Array.from({ length: 10 }, () => 2 * random.normal());
      const softmax = (scale: number): number[] => {
        const powers = logits.map((logit) => Math.exp(logit * scale));
        const total = powers.reduce((a, b) => a + b);
        return powers.map((power) => power / total);
      };
      let rest = random.uniform();
      drawn[index] = softmax(1).findIndex((p) => (rest -= p) < 0);
      values.set(softmax(factor), index * 10);
    }
    return { probabilities: values, labels: drawn };
  }

  it.each([1, 2, 0.5])('of logits that are %f times too large is found', (factor) => {
    const sample = honest(factor);
    expect(fitTemperature(sample.probabilities, sample.labels) / factor).toBeCloseTo(1, 1);
  });
});
