import { describe, expect, it } from 'vitest';
import { randomAffineMap } from '../../../src/digits/augmentation/affine';
import {
  collectBatch,
  noAugmentation,
  warp,
  type Augmentation,
} from '../../../src/digits/augmentation/augment';
import { varyResolution, type CoarseOptions } from '../../../src/digits/augmentation/coarse';
import { varyDamage } from '../../../src/digits/augmentation/damage';
import { randomDisplacement } from '../../../src/digits/augmentation/elastic';
import { changeStroke, varyStroke } from '../../../src/digits/augmentation/stroke';
import { varyWriting, type WritingOptions } from '../../../src/digits/augmentation/writing';
import { normalizeDigit } from '../../../src/digits/normalizeDigit';
import { createRandom } from '../../../src/numbers/random';
import { presets } from '../../../src/classifier/settings/presets';
import { art, plane, trimmed } from '../../textArt';

const identity = { xx: 1, xy: 0, x0: 0, yx: 0, yy: 1, y0: 0 };
const none = new Float32Array(9);
const source = Uint8Array.of(10, 20, 30, 40, 50, 60, 70, 80, 90);

function warped(map: typeof identity, horizontal = none, vertical = none): number[] {
  const target = new Uint8Array(9);
  warp(source, target, 3, 3, map, horizontal, vertical);
  return [...target];
}

describe('warping', () => {
  it('leaves the image alone under the identity', () => {
    expect(warped(identity)).toEqual([...source]);
  });

  it('moves by whole pixels, with paper coming in', () => {
    expect(warped({ ...identity, x0: -1 })).toEqual([0, 10, 20, 0, 40, 50, 0, 70, 80]);
    expect(warped({ ...identity, y0: 2 })).toEqual([70, 80, 90, 0, 0, 0, 0, 0, 0]);
  });

  it('interpolates between pixels', () => {
    expect(warped({ ...identity, x0: 0.5 })).toEqual([15, 25, 15, 45, 55, 30, 75, 85, 45]);
  });

  it('turns by a quarter', () => {
    expect(warped({ xx: 0, xy: 1, x0: 0, yx: -1, yy: 0, y0: 2 })).toEqual([
      70, 40, 10, 80, 50, 20, 90, 60, 30,
    ]);
  });

  it('bends by the displacement of every pixel', () => {
    const right = Float32Array.of(0, 0, 0, 1, 1, 1, 0, 0, 0);
    expect(warped(identity, right)).toEqual([10, 20, 30, 50, 60, 0, 70, 80, 90]);
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

  it.each([1, 3, 9, 27])('has a value everywhere with knots every %i pixels', (spacing) => {
    const field = randomDisplacement(28, 28, { strength: 1, spacing }, createRandom(3));
    expect(field.every(Number.isFinite)).toBe(true);
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

describe('a stroke', () => {
  const line = plane(`
    .....
    ..#..
    ..#..
    ..#..
    .....`);

  it('grows by a pixel to all sides, and shrinks from all', () => {
    const thicker = { ...line, data: changeStroke(line, 1) };
    expect(art(thicker)).toBe(
      trimmed(`
        ..#..
        .###.
        .###.
        .###.
        ..#..`),
    );
    const back = { ...line, data: changeStroke(thicker, -1) };
    expect(art(back)).toBe(
      trimmed(`
        .....
        ..#..
        ..#..
        ..#..
        .....`),
    );
  });

  it('grows by a part of a pixel in shades', () => {
    expect(changeStroke(line, 0.4)[2]).toBe(102);
    expect(changeStroke(line, 0)).toEqual(line.data);
  });

  it('never vanishes by chance', () => {
    const random = createRandom(1);
    for (let round = 0; round < 20; round++) {
      const varied = varyStroke(line, { share: 1, change: 1 }, random);
      expect(varied.reduce((a, b) => a + b)).toBeGreaterThan(0.45 * 3 * 255 - 1);
    }
  });
});

describe('a digit written anew', () => {
  // A stem of 4 x 20 pixels.
  const data = Uint8Array.from({ length: 784 }, (_, at) => {
    const [x, y] = [at % 28, Math.floor(at / 28)];
    return y >= 4 && y < 24 && x >= 12 && x < 16 ? 255 : 0;
  });
  const stem = { width: 28, height: 28, data };
  const asItIs: WritingOptions = {
    share: 1,
    rareFormShare: 0,
    habitShare: 0,
    penWidth: [0.1, 0.1],
    aspect: [1, 1],
    bend: 0,
  };
  const write = (label: number, options: Partial<WritingOptions> = {}, seed = 1): Uint8Array =>
    varyWriting(stem, label, { ...asItIs, ...options }, createRandom(seed));
  const inkOfRows = (image: Uint8Array, from: number, to: number): number =>
    image.subarray(from * 28, to * 28).reduce((sum, ink) => sum + ink, 0) / 255 / (to - from);

  it('is left alone where chance does not choose it, and where it has no strokes', () => {
    expect(write(1, { share: 0 })).toBe(data);
    const paper = { ...stem, data: new Uint8Array(784) };
    expect(varyWriting(paper, 1, asItIs, createRandom(1))).toBe(paper.data);
    expect(write(1, { ...noAugmentation.writing })).toBe(data);
  });

  it('has lines as wide as the pen', () => {
    // The line is the pen's width longer than its strokes; then it is brought to 20 pixels.
    const widthOf = (pen: number): number =>
      Math.round(inkOfRows(write(1, { penWidth: [pen, pen] }), 10, 18));
    expect([0.1, 0.2, 0.4].map(widthOf)).toEqual([2, 3, 6]);
  });

  it('gets the bar of a 7 in the middle, the flag of a 1 at the top, its foot at the bottom', () => {
    const sevens = [1, 2, 3].map((seed) => write(7, { habitShare: 1 }, seed));
    for (const seven of sevens) {
      const middle = inkOfRows(seven, 11, 17);
      expect(middle).toBeGreaterThan(1.15 * inkOfRows(seven, 5, 9));
      expect(middle).toBeGreaterThan(1.15 * inkOfRows(seven, 19, 23));
    }
    const ones = Array.from({ length: 40 }, (_, seed) => write(1, { habitShare: 1 }, seed));
    const flagged = ones.filter((one) => inkOfRows(one, 4, 12) > 1.15 * inkOfRows(one, 13, 18));
    const footed = ones.filter((one) => inkOfRows(one, 20, 24) > 1.15 * inkOfRows(one, 13, 18));
    expect(flagged.length).toBeGreaterThan(20);
    expect(footed.length).toBeGreaterThan(8);
    expect(footed.length).toBeLessThan(30);
  });

  it('stays without them where nobody has the habit, as other digits always do', () => {
    expect(write(7)).toEqual(write(1));
    expect(write(5, { habitShare: 1 })).toEqual(write(5));
  });

  it('follows another form altogether where that is rare', () => {
    const zero = write(0, { rareFormShare: 1 });
    const [upper, middle] = [zero.subarray(5 * 28, 8 * 28), zero.subarray(12 * 28, 16 * 28)];
    expect(upper.some((ink, at) => ink > 128 && at % 28 >= 12 && at % 28 < 17)).toBe(true);
    expect(middle.some((ink, at) => ink > 128 && at % 28 >= 13 && at % 28 < 15)).toBe(false);
  });
});

describe('a coarse view', () => {
  const digit = plane(`
    ........
    ..####..
    ..#..#..
    ..#..#..
    ..####..
    ........`);
  const never: CoarseOptions = {
    share: 0,
    side: [4, 4],
    stretchedShare: 0,
    binaryShare: 0,
    normalizedShare: 0,
  };
  const vary = (options: Partial<CoarseOptions>): Uint8Array =>
    varyResolution(digit, { ...never, ...options }, createRandom(1));

  it('leaves the digit alone where chance does not choose it', () => {
    expect(vary({})).toBe(digit.data);
  });

  it("is brought back to MNIST's form", () => {
    expect(vary({ normalizedShare: 1 })).toEqual(normalizeDigit(digit));
    expect(vary({ share: 1 })).toEqual(normalizeDigit(digit));
  });

  it('melts what is finer than its pixels', () => {
    const ring = vary({ share: 1, side: [1, 1] });
    expect(ring.filter((ink) => ink === 255).length).toBe(400);
  });

  it('has two shades where it is binary', () => {
    const shaded = plane(`
      ####
      #..#
      #..1
      ###1`);
    const coarse = { ...never, share: 1, side: [2, 2] } as const;
    const shades = (options: CoarseOptions): number =>
      new Set(varyResolution(shaded, options, createRandom(1))).size;
    expect(shades({ ...coarse, binaryShare: 1 })).toBe(2);
    expect(shades(coarse)).toBe(3);
  });
});

describe('a damaged digit', () => {
  // A bar of 4 x 20 pixels with a foot to one side.
  const data = Uint8Array.from({ length: 784 }, (_, at) => {
    const [x, y] = [at % 28, Math.floor(at / 28)];
    const [isBar, isFoot] = [x >= 8 && x < 12, x >= 12 && x < 20 && y >= 20];
    return y >= 4 && y < 24 && (isBar || isFoot) ? 255 : 0;
  });
  const digit = { width: 28, height: 28, data };
  const likeness = (image: Uint8Array): number => {
    const norm = (values: Uint8Array): number => Math.hypot(...values);
    const product = image.reduce((sum, ink, at) => sum + ink * data[at], 0);
    return norm(image) === 0 ? 0 : product / (norm(image) * norm(data));
  };
  const likenesses = (damagedShare: number, lostShare: number): number[] =>
    Array.from({ length: 300 }, (_, seed) =>
      likeness(varyDamage(digit, { damagedShare, lostShare }, createRandom(seed))),
    );
  const shareAbove = (values: number[], bound: number): number =>
    values.filter((value) => value > bound).length / values.length;

  it('is left alone where chance does not choose it', () => {
    const options = { damagedShare: 0, lostShare: 0 };
    expect(varyDamage(digit, options, createRandom(1))).toBe(data);
  });

  it('is chosen as often as asked for', () => {
    const untouched = likenesses(0.3, 0.2).filter((value) => value > 0.999_999).length / 300;
    expect(untouched).toBeGreaterThan(0.42);
    // Fading leaves the likeness at 1.
    expect(untouched).toBeLessThan(0.65);
  });

  it('goes from hardly touched to past reading', () => {
    const damaged = likenesses(1, 0);
    expect(shareAbove(damaged, 0.95)).toBeGreaterThan(0.2);
    expect(shareAbove(damaged, 0.8)).toBeLessThan(0.9);
  });

  it('has little left of it where it is lost', () => {
    expect(shareAbove(likenesses(0, 1), 0.9)).toBeLessThan(0.1);
  });

  it('stays as it was itself', () => {
    const before = data.slice();
    likenesses(0.5, 0.5);
    expect(data).toEqual(before);
  });
});

describe('a batch', () => {
  const images = Uint8Array.from({ length: 2 * 784 }, (_, index) => (index * 37) % 256);
  const digits = { count: 2, height: 28, width: 28, images, labels: Uint8Array.of(1, 2) };

  it('holds the chosen images in order', () => {
    const batch = collectBatch(digits, Uint32Array.of(1, 0), null, createRandom(1));
    expect(batch).toEqual(Uint8Array.of(...images.subarray(784), ...images.subarray(0, 784)));
  });

  it('varies images the same way for the same seed', () => {
    const { augmentation } = presets.standard.hyperparameters;
    const make = (seed: number): Uint8Array =>
      collectBatch(digits, Uint32Array.of(0, 1), augmentation, createRandom(seed));
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
  });

  it('leaves pens, scanners and damage to the digits that are not plain', () => {
    const { writing, stroke, coarse, damage } = presets.standard.hyperparameters.augmentation;
    const indices = new Uint32Array(200);
    const changed = (plainShare: number): number => {
      const augmentation: Augmentation = {
        ...noAugmentation,
        plainShare,
        writing: { ...writing, share: 1 },
        stroke: { ...stroke, share: 1 },
        coarse: { ...coarse, share: 1 },
        damage: { ...damage, damagedShare: 1 },
      };
      const batch = collectBatch(digits, indices, augmentation, createRandom(1));
      const images = Array.from(indices, (_, at) => batch.subarray(784 * at, 784 * (at + 1)));
      return images.filter((image) => image.some((value, at) => value !== digits.images[at]))
        .length;
    };
    expect(changed(1)).toBe(0);
    expect(changed(0)).toBe(200);
    expect(changed(0.5)).toBeGreaterThan(75);
    expect(changed(0.5)).toBeLessThan(125);
  });
});
