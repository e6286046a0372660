import { describe, expect, it } from 'vitest';
import { degradations, degrade, type Degradation } from '../../../src/digits/degrade';
import type { DigitSet } from '../../../src/digits/digitSet';
import { nonDigits } from '../../../src/digits/nonDigits';
import { createRandom } from '../../../src/numbers/random';
import type { ClassifyDigits } from '../../../src/classifier/classify';
import { evaluateDegraded, measureNonDigits } from '../../../src/classifier/evaluation/robustness';

/** Sure of a 1 where there is little ink; without an idea where there is much. */
const classify: ClassifyDigits = (images, count) => {
  const rows = Array.from({ length: count }, (_, at) => {
    const ink = images.subarray(at * 784, (at + 1) * 784).reduce((sum, value) => sum + value, 0);
    return Array.from({ length: 10 }, (_, digit) => (ink < 90_000 ? Number(digit === 1) : 0.1));
  });
  return Promise.resolve(Float32Array.from(rows.flat()));
};

const digits: DigitSet = {
  ...{ count: 2, width: 28, height: 28, labels: Uint8Array.of(1, 2) },
  images: new Uint8Array(2 * 784).fill(60),
};

describe('the robustness of a network', () => {
  it('is measured at every kind and strength of damage, on digits damaged so', async () => {
    const seen: Uint8Array[] = [];
    const results = await evaluateDegraded(
      (images, count) => {
        seen.push(images);
        return classify(images, count);
      },
      digits,
      7,
    );
    const expected = Object.entries<Degradation>(degradations).flatMap(([kind, degradation]) =>
      degradation.strengths.map((strength) => ({ kind, strength, degradation })),
    );
    expect(results.length).toBe(expected.length);
    expected.forEach(({ kind, strength, degradation }, position) => {
      expect(results[position]).toMatchObject({ kind, strength, accuracy: 0.5, confidence: 1 });
      const { images } = degrade(digits, degradation, strength, createRandom(7));
      expect(seen[position]).toEqual(images);
    });
  });

  it('is measured on each kind of image that shows no digit', async () => {
    const results = await measureNonDigits(classify, 3, 1);
    expect(results.map(({ kind }) => kind)).toEqual(Object.keys(nonDigits));
    const [paper, square] = results;
    expect(paper).toMatchObject({ confidence: 1, sureShare: 1 });
    expect(square.confidence).toBeCloseTo(0.1, 5);
    expect(square.sureShare).toBe(0);
  });
});
