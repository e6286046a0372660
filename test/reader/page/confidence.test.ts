import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { confidenceIn, fitCalibration, likeliestDigit } from '../../../src/reader/page/confidence';

const detection = (
  score: number,
  clarity: number,
  context = 0.5,
): { score: number; probabilities: Float32Array; context: number } => ({
  score,
  context,
  probabilities: Float32Array.from({ length: 10 }, (_, digit) =>
    digit === 3 ? clarity : (1 - clarity) / 9,
  ),
});

describe('the confidence of an answer', () => {
  it('belongs to the likeliest digit', () => {
    expect(likeliestDigit(detection(0.9, 0.5))).toBe(3);
  });

  it('grows with the score, with the clarity and with the context', () => {
    const calibration = { offset: 0, score: 1, clarity: 0.5, company: 1 };
    const low = confidenceIn(detection(0.6, 0.9), calibration);
    expect(confidenceIn(detection(0.8, 0.9), calibration)).toBeGreaterThan(low);
    expect(confidenceIn(detection(0.6, 0.99), calibration)).toBeGreaterThan(low);
    expect(confidenceIn(detection(0.6, 0.9, 0.6), calibration)).toBeGreaterThan(low);
  });

  it('says after fitting how often such answers are right', () => {
    const random = createRandom(1);
    const truth = { offset: -0.5, score: 1.5, clarity: 0.3, company: 2 };
    const detections = Array.from({ length: 4000 }, () =>
      detection(
        0.3 + 0.69 * random.uniform(),
        0.4 + 0.59 * random.uniform(),
        0.1 + 0.7 * random.uniform(),
      ),
    );
    const isRight = detections.map((one) => random.uniform() < confidenceIn(one, truth));
    const fitted = fitCalibration(detections, isRight);
    expect(fitted.offset).toBeCloseTo(truth.offset, 0);
    expect(fitted.score).toBeCloseTo(truth.score, 0);
    expect(fitted.company).toBeCloseTo(truth.company, 0);
    const mean = (values: number[]): number => values.reduce((a, b) => a + b) / values.length;
    expect(mean(detections.map((one) => confidenceIn(one, fitted)))).toBeCloseTo(
      isRight.filter(Boolean).length / 4000,
      3,
    );
  });

  it('stays moderate where all detections are right', () => {
    const fitted = fitCalibration([detection(0.9, 0.9), detection(0.8, 0.9)], [true, true]);
    expect(Object.values(fitted).every(Number.isFinite)).toBe(true);
  });
});
