import type { DigitSet } from '../digitSet';
import { sampleOnPaper } from '../../picture/bilinear';
import type { Plane } from '../../picture/picture';
import type { Random } from '../../numbers/random';
import { randomAffineMap, type AffineMap, type AffineOptions } from './affine';
import { varyResolution, type CoarseOptions } from './coarse';
import { varyDamage, type DamageOptions } from './damage';
import { randomDisplacement, type Displacement, type ElasticOptions } from './elastic';
import { varyStroke, type StrokeOptions } from './stroke';
import { varyWriting, type WritingOptions } from './writing';

/** How digits are varied while a network learns, so that it sees every digit in many shapes. */
export interface Augmentation {
  /**
   * The share of digits that are varied by `affine` and `elastic` alone, and so stay what MNIST's are like;
   * all other shares are of the rest; 0..1.
   */
  readonly plainShare: number;
  readonly writing: WritingOptions;
  readonly affine: AffineOptions;
  readonly elastic: ElasticOptions;
  readonly stroke: StrokeOptions;
  readonly coarse: CoarseOptions;
  readonly damage: DamageOptions;
}

/** Leaves every digit as it is: something to start from where single ways to vary are tried. */
export const noAugmentation: Augmentation = {
  plainShare: 0,
  writing: {
    share: 0,
    rareFormShare: 0,
    habitShare: 0.5,
    penWidth: [0.05, 0.2],
    aspect: [0.75, 1.3],
    bend: 0.03,
  },
  affine: { rotation: 0, scaling: 0, shear: 0, shift: 0 },
  elastic: { strength: 0, spacing: 7 },
  stroke: { share: 0, change: 1 },
  coarse: { share: 0, side: [7, 16], stretchedShare: 0.5, binaryShare: 0.5, normalizedShare: 0 },
  damage: { damagedShare: 0, lostShare: 0 },
};

/**
 * Redraws one image through a map and a displacement, by bilinear interpolation; paper (0) lies all around.
 *
 * @param source values of the image; [height, width]
 * @param target where to write the result; [height, width]
 */
export function warp(
  source: Uint8Array,
  target: Uint8Array,
  width: number,
  height: number,
  map: AffineMap,
  horizontal: Displacement,
  vertical: Displacement,
): void {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      const x = map.xx * column + map.xy * row + map.x0 + horizontal[pixel];
      const y = map.yx * column + map.yy * row + map.y0 + vertical[pixel];
      target[pixel] = Math.round(sampleOnPaper(source, width, height, x, y));
    }
  }
}

/** Varies one image: some in every way, some in their geometry alone. */
function vary(
  digit: Plane<Uint8Array>,
  label: number,
  { plainShare, writing, affine, elastic, stroke, coarse, damage }: Augmentation,
  random: Random,
): Uint8Array {
  const { width, height } = digit;
  const isPlain = random.uniform() < plainShare;
  const written = isPlain ? digit.data : varyWriting(digit, label, writing, random);
  const map = randomAffineMap(width, height, affine, random);
  const horizontal = randomDisplacement(width, height, elastic, random);
  const vertical = randomDisplacement(width, height, elastic, random);
  const warped = new Uint8Array(width * height);
  warp(written, warped, width, height, map, horizontal, vertical);
  if (isPlain) return warped;
  const stroked = varyStroke({ width, height, data: warped }, stroke, random);
  const coarsened = varyResolution({ width, height, data: stroked }, coarse, random);
  return varyDamage({ width, height, data: coarsened }, damage, random);
}

/**
 * Collects digits into a batch for the network, each varied at random where an augmentation is given.
 *
 * @param digits images of 28x28 pixels
 * @param indices which images, in order; values 0 to digits.count - 1
 * @param augmentation how to vary them; null takes them as they are
 * @param random decides the variations
 * @returns ink in 0..255; [indices.length, 28, 28]
 */
export function collectBatch(
  { width, height, images, labels }: DigitSet,
  indices: Uint32Array,
  augmentation: Augmentation | null,
  random: Random,
): Uint8Array {
  const pixels = width * height;
  const batch = new Uint8Array(indices.length * pixels);
  indices.forEach((index, position) => {
    const data = images.subarray(index * pixels, (index + 1) * pixels);
    const image = augmentation
      ? vary({ width, height, data }, labels[index], augmentation, random)
      : data;
    batch.set(image, position * pixels);
  });
  return batch;
}
