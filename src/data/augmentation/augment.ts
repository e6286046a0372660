import type { DigitSet } from '../digitSet';
import type { Random } from '../random';
import { randomAffineMap, type AffineMap, type AffineOptions } from './affine';
import { randomDisplacement, type Displacement, type ElasticOptions } from './elastic';

/** How digits are varied while a network learns, so that it sees every digit in many shapes. */
export interface Augmentation {
  readonly affine: AffineOptions;
  readonly elastic: ElasticOptions;
}

/**
 * Redraws one image through a map and a displacement, by bilinear interpolation; paper (0) lies all around.
 *
 * @param source values of the image; [height, width]
 * @param target where to write the result; [height, width]
 */
export function warp(
  source: Uint8Array,
  target: Float32Array,
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
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < -1 || top < -1 || left >= width || top >= height) {
        target[pixel] = 0;
        continue;
      }
      const [toRight, toBottom] = [x - left, y - top];
      const corner = top * width + left;
      const [hasLeft, hasRight] = [left >= 0, left + 1 < width];
      let value = 0;
      if (top >= 0) {
        if (hasLeft) value += source[corner] * (1 - toRight) * (1 - toBottom);
        if (hasRight) value += source[corner + 1] * toRight * (1 - toBottom);
      }
      if (top + 1 < height) {
        if (hasLeft) value += source[corner + width] * (1 - toRight) * toBottom;
        if (hasRight) value += source[corner + width + 1] * toRight * toBottom;
      }
      target[pixel] = value;
    }
  }
}

/**
 * Collects digits into a batch for the network, each varied at random where an augmentation is given.
 *
 * @param digits where the images come from
 * @param indices which images, in order; values 0 to digits.count - 1
 * @param augmentation how to vary them; null takes them as they are
 * @param random decides the variations
 * @returns ink in 0..1; [indices.length, height, width]
 */
export function collectBatch(
  digits: DigitSet,
  indices: Uint32Array,
  augmentation: Augmentation | null,
  random: Random,
): Float32Array {
  const { width, height, images } = digits;
  const pixels = width * height;
  const batch = new Float32Array(indices.length * pixels);
  indices.forEach((index, position) => {
    const source = images.subarray(index * pixels, (index + 1) * pixels);
    const target = batch.subarray(position * pixels, (position + 1) * pixels);
    if (augmentation) {
      const map = randomAffineMap(width, height, augmentation.affine, random);
      const horizontal = randomDisplacement(width, height, augmentation.elastic, random);
      const vertical = randomDisplacement(width, height, augmentation.elastic, random);
      warp(source, target, width, height, map, horizontal, vertical);
    } else {
      target.set(source);
    }
  });
  for (let index = 0; index < batch.length; index++) batch[index] /= 255;
  return batch;
}
