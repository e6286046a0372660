import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/reader/page/detectDigits';
import { mergeSightings } from '../../../src/reader/page/mergeDetections';

const sighting = (
  x0: number,
  score: number,
  scale: number,
  { digit = 5, side = 20 } = {},
): Sighting => ({
  box: { x0, y0: 10, x1: x0 + side, y1: 10 + side },
  score,
  probabilities: Float32Array.from({ length: 10 }, (_, at) => (at === digit ? 1 : 0)),
  scale,
});

describe('merging what was seen at several levels', () => {
  it('makes one candidate of one digit, between the places where it was seen', () => {
    const candidates = mergeSightings([sighting(0, 0.9, 1), sighting(2, 0.9, 0.5)]);
    expect(candidates).toHaveLength(1);
    expect(candidates[0].box.x0).toBeCloseTo(1);
  });

  it('keeps neighbours apart, the surest first', () => {
    const candidates = mergeSightings([sighting(0, 0.5, 1), sighting(19, 0.8, 1)]);
    expect(candidates.map(({ box }) => box.x0)).toEqual([19, 0]);
  });

  it('trusts what two levels saw more than what one did', () => {
    const [once] = mergeSightings([sighting(0, 0.9, 1), sighting(1, 0.9, 1)]);
    const [twice] = mergeSightings([sighting(0, 0.9, 1), sighting(1, 0.9, 0.5)]);
    expect(once.score).toBeCloseTo(0.54);
    expect(twice.score).toBeCloseTo(0.9);
  });

  it('drops what is a part of a surer candidate', () => {
    const part = sighting(4, 0.5, 2, { side: 10 });
    const candidates = mergeSightings([sighting(0, 0.9, 1), sighting(0, 0.9, 0.5), part]);
    expect(candidates).toHaveLength(1);
    expect(candidates[0].box.x1 - candidates[0].box.x0).toBeCloseTo(20);
  });

  it('lets the surer levels say which digit it is', () => {
    const [{ probabilities }] = mergeSightings([
      sighting(0, 0.9, 1, { digit: 7 }),
      sighting(0, 0.3, 0.5, { digit: 1 }),
    ]);
    expect(probabilities[7]).toBeCloseTo(0.9);
    expect(probabilities[1]).toBeCloseTo(0.1);
  });

  it('makes nothing of nothing', () => {
    expect(mergeSightings([])).toEqual([]);
  });
});
