import { describe, expect, it } from 'vitest';
import { contextsOf } from '../../../src/reader/page/context';
import type { Detection } from '../../../src/reader/detector/decodeDetections';

/** A detection of a height in pixels; what is as clear as can be has a clarity of 1. */
const detection = (score: number, height = 20, clarity = 1): Detection => ({
  box: { x0: 0, y0: 0, x1: height / 2, y1: height },
  score,
  probabilities: Float32Array.from({ length: 10 }, (_, digit) =>
    digit === 3 ? clarity : (1 - clarity) / 9,
  ),
});

describe('the context of a detection', () => {
  it('is itself where it stands alone', () => {
    expect(contextsOf([detection(1)])).toEqual([1]);
    expect(contextsOf([detection(0.5)])).toEqual([0.125]);
  });

  it('is the mean of all detections of like size', () => {
    expect(contextsOf([detection(1), detection(0), detection(1, 30), detection(0, 12)])).toEqual([
      0.5,
      0.5,
      2 / 3,
      1 / 3,
    ]);
  });

  it('is poorer where they are less clear', () => {
    const [clear] = contextsOf([detection(0.9), detection(0.9)]);
    const [unclear] = contextsOf([detection(0.9), detection(0.9, 20, 0.5)]);
    expect(unclear).toBeLessThan(clear);
  });

  it('is none where there is no detection', () => {
    expect(contextsOf([])).toEqual([]);
  });
});
