import type { Picture } from './picture';

/** Ink is light where its mean brightness is above this, of 255. */
const LIGHT = 191;

/**
 * Lays a picture on paper, in place: what is transparent turns white, or black where there is nothing but light ink.
 *
 * @param picture its pixels are overwritten
 * @returns the same picture, wholly opaque
 */
export function layOnPaper(picture: Picture): Picture {
  const { data } = picture;
  const [white, black] = [255, 0];
  const paper = isLightInk(picture) ? black : white;
  for (let at = 0; at < data.length; at += 4) {
    const opacity = data[at + 3];
    if (opacity === 255) continue;
    const fromPaper = (paper * (255 - opacity)) / 255;
    for (let channel = at; channel < at + 3; channel++) {
      data[channel] = (data[channel] * opacity) / 255 + fromPaper;
    }
    data[at + 3] = 255;
  }
  return picture;
}

/** Whether what is not transparent is light, and covers less than half of the picture: otherwise it is paper. */
function isLightInk({ data }: Picture): boolean {
  let [covered, brightness] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const opacity = data[at + 3];
    if (opacity === 0) continue;
    covered += opacity;
    // Rec. 601, in thousandths.
    brightness += opacity * (299 * data[at] + 587 * data[at + 1] + 114 * data[at + 2]);
  }
  const whole = (255 * data.length) / 4;
  return covered < whole / 2 && brightness / 1000 > LIGHT * covered;
}
