import { describe, expect, it } from 'vitest';
import type { ScaledDetection } from '../../../../src/reader/page/search/detectAtScales';
import { mergeDetections } from '../../../../src/reader/page/search/mergeDetections';

const detection = (
  x0: number,
  score: number,
  scale: number,
  { digit = 5, side = 20 } = {},
): ScaledDetection => ({
  box: { x0, y0: 10, x1: x0 + side, y1: 10 + side },
  score,
  probabilities: Float32Array.from({ length: 10 }, (_, at) => (at === digit ? 1 : 0)),
  scale,
});

describe('merging what was seen at several levels', () => {
  it('makes one detection of one digit, between the places where it was seen', () => {
    const merged = mergeDetections([detection(0, 0.9, 1), detection(2, 0.9, 0.5)]);
    expect(merged).toHaveLength(1);
    expect(merged[0].box.x0).toBeCloseTo(1, 5);
  });

  it('keeps neighbours apart, the surest first', () => {
    const merged = mergeDetections([detection(0, 0.5, 1), detection(19, 0.8, 1)]);
    expect(merged.map(({ box }) => box.x0)).toEqual([19, 0]);
  });

  it('trusts what two levels saw more than what one did', () => {
    const [once] = mergeDetections([detection(0, 0.9, 1), detection(1, 0.9, 1)]);
    const [twice] = mergeDetections([detection(0, 0.9, 1), detection(1, 0.9, 0.5)]);
    expect(once.score).toBeCloseTo(0.54, 5);
    expect(twice.score).toBeCloseTo(0.9, 5);
    const weights = [0.6, 0.3, 0.1];
    const [ofThree] = mergeDetections([detection(0, 0.9, 1), detection(1, 0.9, 0.5)], weights);
    expect(ofThree.score).toBeCloseTo(0.81, 5);
  });

  it('drops what is a part of a surer detection', () => {
    const part = detection(4, 0.5, 2, { side: 10 });
    const merged = mergeDetections([detection(0, 0.9, 1), detection(0, 0.9, 0.5), part]);
    expect(merged).toHaveLength(1);
    expect(merged[0].box.x1 - merged[0].box.x0).toBeCloseTo(20, 5);
  });

  it('lets the surer levels say which digit it is', () => {
    const [{ probabilities }] = mergeDetections([
      detection(0, 0.9, 1, { digit: 7 }),
      detection(0, 0.3, 0.5, { digit: 1 }),
    ]);
    expect(probabilities[7]).toBeCloseTo(0.9, 5);
    expect(probabilities[1]).toBeCloseTo(0.1, 5);
  });

  it('makes nothing of nothing', () => {
    expect(mergeDetections([])).toEqual([]);
  });
});
