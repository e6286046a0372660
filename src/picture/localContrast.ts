import { enlargePlane } from './bilinear';
import { blurPlane } from './gaussianBlur';
import type { Picture, Plane } from './picture';
import { shrinkPlane } from './shrink';

/** How far around a pixel its brightness is compared with; a standard deviation, in pixels. */
const REACH = 16;
/** The means are calculated at this part of the resolution: they have no finer detail. */
const SHRINKING = 4;
/** Added to the brightness, so that the noise of black places does not count; 0..255. */
const DARKNESS = 13;
/** Weaker contrast than this is noise in any picture; a share of the brightness. */
const MIN_CONTRAST = 0.015;
/** Nor is contrast ink that is weaker than this share of the picture's strongest. */
const MIN_SHARE = 0.12;
/** The largest value; a stroke on empty paper reaches it. */
export const MAX_CONTRAST = 4;

/**
 * The darkest of the three colours at every pixel: ink of any colour takes away light of at least one.
 *
 * @returns 0 (dark) to 255
 */
export function darkestChannel({ width, height, data }: Picture): Plane<Uint8Array> {
  const plane = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < plane.length; at++, from += 4) {
    plane[at] = Math.min(data[from], data[from + 1], data[from + 2]);
  }
  return { width, height, data: plane };
}

/**
 * Brings every part of a picture to the same brightness and contrast: what a pixel differs from the mean
 * around it, in standard deviations of the pixels around it.
 *
 * Shadows and the paper's colour fall away, faint pencil looks like ink, and light strokes on dark ground
 * differ from dark ones on light ground by their sign alone.
 *
 * @param plane brightness in 0..255
 * @param floor factor of what counts as noise; above 1 faint marks stay faint
 * @default floor 1
 * @returns values in -4..4, 0 on empty paper
 */
export function localContrast(
  plane: Plane<Uint8Array | Float32Array>,
  floor = 1,
): Plane<Float32Array> {
  const { width, height, data } = plane;
  const mean = blurWidely(plane).data;
  const difference = new Float32Array(data.length);
  const square = new Float32Array(data.length);
  for (let at = 0; at < data.length; at++) {
    // Light falls on ink as on paper, so that a difference counts as a share of the brightness.
    difference[at] = (data[at] - mean[at]) / (mean[at] + DARKNESS);
    square[at] = difference[at] ** 2;
  }
  const variance = blurWidely({ width, height, data: square }).data;
  const strong = Math.sqrt(strongest(variance, width));
  const least = Math.max(MIN_CONTRAST, MIN_SHARE * floor * strong);
  const contrast = difference;
  for (let at = 0; at < data.length; at++) {
    const value = difference[at] / Math.sqrt(variance[at] + least ** 2);
    contrast[at] = Math.min(MAX_CONTRAST, Math.max(-MAX_CONTRAST, value));
  }
  return { width, height, data: contrast };
}

/** The variance that a twentieth of the pixels exceed, of every fourth row and column. */
function strongest(variance: Float32Array, width: number): number {
  const [rows, columns] = [variance.length / width, width].map((side) => Math.ceil(side / 4));
  const sample = new Float32Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      sample[at++] = variance[4 * (row * width + column)];
    }
  }
  return sample.sort()[Math.floor(0.95 * (sample.length - 1))];
}

/** Blurs a plane by `REACH` pixels. */
function blurWidely(plane: Plane<Uint8Array | Float32Array>): Plane<Float32Array> {
  const small = shrinkPlane(plane, SHRINKING);
  blurPlane(small, REACH / SHRINKING, REACH / SHRINKING);
  return enlargePlane(small, SHRINKING, plane);
}
