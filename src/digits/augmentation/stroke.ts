import type { Plane } from '../../picture/picture';
import type { Random } from '../../numbers/random';

/** How strokes are made thicker and thinner at random. */
export interface StrokeOptions {
  /** The share of digits whose strokes are changed, 0..1. */
  readonly share: number;
  /** The largest change of a stroke's border, in pixels to either side, 0..1. */
  readonly change: number;
}

/**
 * Makes strokes thicker or thinner: every pixel goes towards the largest, or the least, of itself and its
 * four neighbours.
 *
 * Dilation and erosion of grey images (Serra, 1982), mixed with the image for parts of a pixel.
 *
 * @param image ink in 0..255
 * @param change how far the borders of strokes move, in pixels; -1 (thinner) to 1 (thicker)
 * @returns ink in 0..255; [height, width]
 */
export function changeStroke(
  { width, height, data }: Plane<Uint8Array>,
  change: number,
): Uint8Array {
  const choose = change > 0 ? Math.max : Math.min;
  const share = Math.abs(change);
  const result = new Uint8Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const chosen = choose(
        data[at],
        row > 0 ? data[at - width] : 0,
        row < height - 1 ? data[at + width] : 0,
        column > 0 ? data[at - 1] : 0,
        column < width - 1 ? data[at + 1] : 0,
      );
      result[at] = Math.round(data[at] + share * (chosen - data[at]));
    }
  }
  return result;
}

/**
 * Changes the strokes of some digits at random.
 *
 * @param image ink in 0..255
 * @returns ink in 0..255; [height, width], the same where chance leaves it alone
 */
export function varyStroke(
  image: Plane<Uint8Array>,
  { share, change }: StrokeOptions,
  random: Random,
): Uint8Array {
  if (random.uniform() >= share) return image.data;
  const varied = changeStroke(image, change * (2 * random.uniform() - 1));
  // Thin strokes may vanish altogether; a digit must stay one.
  const mass = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0);
  return mass(varied) >= 0.45 * mass(image.data) ? varied : image.data;
}
