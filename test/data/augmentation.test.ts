import { describe, expect, it } from 'vitest';
import { randomAffineMap } from '../../src/data/augmentation/affine';
import { collectBatch, warp } from '../../src/data/augmentation/augment';
import { randomDisplacement } from '../../src/data/augmentation/elastic';
import { createRandom } from '../../src/data/random';

const identity = { xx: 1, xy: 0, x0: 0, yx: 0, yy: 1, y0: 0 };
const none = new Float32Array(9);
const source = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

function warped(map: typeof identity, horizontal = none, vertical = none): number[] {
  const target = new Float32Array(9);
  warp(source, target, 3, 3, map, horizontal, vertical);
  return [...target];
}

describe('warping', () => {
  it('leaves the image alone under the identity', () => {
    expect(warped(identity)).toEqual([...source]);
  });

  it('moves by whole pixels, with paper coming in', () => {
    expect(warped({ ...identity, x0: -1 })).toEqual([0, 1, 2, 0, 4, 5, 0, 7, 8]);
    expect(warped({ ...identity, y0: 2 })).toEqual([7, 8, 9, 0, 0, 0, 0, 0, 0]);
  });

  it('interpolates between pixels', () => {
    expect(warped({ ...identity, x0: 0.5 })).toEqual([1.5, 2.5, 1.5, 4.5, 5.5, 3, 7.5, 8.5, 4.5]);
  });

  it('turns by a quarter', () => {
    expect(warped({ xx: 0, xy: 1, x0: 0, yx: -1, yy: 0, y0: 2 })).toEqual([7, 4, 1, 8, 5, 2, 9, 6, 3]);
  });

  it('bends by the displacement of every pixel', () => {
    const right = Float32Array.of(0, 0, 0, 1, 1, 1, 0, 0, 0);
    expect(warped(identity, right)).toEqual([1, 2, 3, 5, 6, 0, 7, 8, 9]);
  });
});

describe('a random affine map', () => {
  it('is the identity where nothing may change', () => {
    const still = { rotation: 0, scaling: 0, shear: 0, shift: 0 };
    const map = randomAffineMap(28, 28, still, createRandom(1));
    for (const [name, value] of Object.entries(identity)) {
      expect(map[name as keyof typeof map]).toBeCloseTo(value, 12);
    }
  });

  it('keeps the centre, but for the shift', () => {
    const random = createRandom(2);
    for (let round = 0; round < 50; round++) {
      const map = randomAffineMap(
        28,
        28,
        { rotation: 30, scaling: 0.3, shear: 20, shift: 2 },
        random,
      );
      expect(Math.abs(map.xx * 13.5 + map.xy * 13.5 + map.x0 - 13.5)).toBeLessThanOrEqual(2);
      expect(Math.abs(map.yx * 13.5 + map.yy * 13.5 + map.y0 - 13.5)).toBeLessThanOrEqual(2);
    }
  });
});

describe('a random displacement', () => {
  const options = { strength: 2, spacing: 7 };

  it('is smooth: neighbours move almost alike', () => {
    const field = randomDisplacement(28, 28, options, createRandom(3));
    let largestStep = 0;
    for (let row = 0; row < 28; row++) {
      for (let column = 1; column < 28; column++) {
        const step = field[row * 28 + column] - field[row * 28 + column - 1];
        largestStep = Math.max(largestStep, Math.abs(step));
      }
    }
    expect(largestStep).toBeGreaterThan(0);
    expect(largestStep).toBeLessThan(1);
  });

  it('is nothing at strength 0, and ten times as much at ten times the strength', () => {
    const at = (strength: number): Float32Array =>
      randomDisplacement(9, 5, { strength, spacing: 3 }, createRandom(4));
    expect(at(0).every((value) => value === 0)).toBe(true);
    at(10).forEach((value, index) => {
      expect(value).toBeCloseTo(10 * at(1)[index], 4);
    });
  });
});

describe('a batch', () => {
  const digits = { count: 2, height: 3, width: 3, images: Uint8Array.of(...source, ...[...source].reverse()), labels: Uint8Array.of(1, 2) };

  it('holds the chosen images in order, ink from 0 to 1', () => {
    const batch = collectBatch(digits, Uint32Array.of(1, 0), null, createRandom(1));
    expect([...batch].map((value) => Math.round(value * 255))).toEqual([...[...source].reverse(), ...source]);
  });

  it('varies images the same way for the same seed', () => {
    const augmentation = {
      affine: { rotation: 10, scaling: 0.1, shear: 10, shift: 1 },
      elastic: { strength: 1, spacing: 3 },
    };
    const make = (seed: number): Float32Array =>
      collectBatch(digits, Uint32Array.of(0, 1), augmentation, createRandom(seed));
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
  });
});
