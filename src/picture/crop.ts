import type { Box, Picture } from './picture';

/**
 * Cuts a part out of a picture.
 *
 * @param box what to keep, in pixels; widened to whole ones, and cut off at the picture's borders
 * @returns a copy of at least one pixel
 */
export function cropPicture({ width, height, data }: Picture, box: Box): Picture {
  const clamp = (value: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, value));
  const left = clamp(Math.floor(box.x0), 0, width - 1);
  const top = clamp(Math.floor(box.y0), 0, height - 1);
  const right = clamp(Math.ceil(box.x1), left + 1, width);
  const bottom = clamp(Math.ceil(box.y1), top + 1, height);
  const [wide, high] = [right - left, bottom - top];
  const part = new Uint8ClampedArray(wide * high * 4);
  for (let row = 0; row < high; row++) {
    const start = ((top + row) * width + left) * 4;
    part.set(data.subarray(start, start + wide * 4), row * wide * 4);
  }
  return { width: wide, height: high, data: part };
}
