import type { Picture } from '../picture';

/**
 * Lays a picture on white paper, in place: what is transparent turns white.
 *
 * @param picture its pixels are overwritten
 * @returns the same picture, wholly opaque
 */
export function compositeOnWhite(picture: Picture): Picture {
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const opacity = data[at + 3];
    if (opacity === 255) continue;
    const white = 255 - opacity;
    for (let channel = at; channel < at + 3; channel++) {
      data[channel] = (data[channel] * opacity) / 255 + white;
    }
    data[at + 3] = 255;
  }
  return picture;
}
