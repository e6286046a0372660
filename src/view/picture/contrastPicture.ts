import type { Picture, Plane } from '../../picture/picture';

/** The shade of empty paper, and by how much contrast of 1 differs from it; 0..255. */
const [PAPER, INK] = [160, 45];

/** Draws local contrast as a picture: grey where there is nothing, darker and lighter marks as they are. */
export function contrastPicture({ width, height, data }: Plane<Float32Array>): Picture {
  const pixels = new Uint8ClampedArray(4 * data.length);
  for (let at = 0; at < data.length; at++) {
    pixels.fill(PAPER + INK * data[at], 4 * at, 4 * at + 3);
    pixels[4 * at + 3] = 255;
  }
  return { width, height, data: pixels };
}
