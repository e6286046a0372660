import type { Ink } from './findInk';
import type { Picture } from '../data/picture';

/** Shows the ink that was found: black where the contrast to the paper is full, white where there is none. */
export function inkPicture({ contrast: { width, height, data: contrast } }: Ink): Picture {
  const data = new Uint8ClampedArray(4 * contrast.length).fill(255);
  contrast.forEach((value, pixel) => {
    data.fill(255 - value, 4 * pixel, 4 * pixel + 3);
  });
  return { width, height, data };
}
