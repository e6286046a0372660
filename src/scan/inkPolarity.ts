import type { Picture, Plane } from '../data/picture';
import { shrinkPicture } from './shrinkPicture';
import { windowMean } from './windowMean';

// Pixels that are enough to decide; thin ink grows pale in a smaller picture but keeps its sign.
const enoughPixels = 250_000;

/**
 * Tells whether ink is darker than the paper, as a pen's, or lighter, as chalk.
 *
 * Ink is the rarer of the two, so the differences from the mean of a window lean to its side: their
 * signed squares are summed, of dark ink in the darkest channel, of light ink in the brightest.
 *
 * @param picture an opaque picture
 * @param windowShare half the side of the window as a share of the picture's short side
 */
export function isInkDarker(picture: Picture, windowShare: number): boolean {
  const pixels = picture.width * picture.height;
  const small = shrinkPicture(picture, Math.ceil(Math.sqrt(pixels / enoughPixels)));
  const radius = windowRadius(small, windowShare);
  const [dark, light] = [true, false].map((darker) => {
    const grey = greyPlane(small, darker);
    const means = windowMean(grey, radius).data;
    return grey.data.reduce((sum, value, at) => {
      const difference = means[at] - value;
      return sum + difference * Math.abs(difference);
    }, 0);
  });
  return dark >= light;
}

/**
 * Takes the channel that shows ink of any colour best, so that ink reads as dark on bright: the
 * darkest where ink is darker than the paper, else the negative of the brightest.
 */
export function greyPlane({ width, height, data }: Picture, darker: boolean): Plane<Uint8Array> {
  const grey = new Uint8Array(width * height);
  for (let at = 0, source = 0; at < grey.length; at++, source += 4) {
    const [red, green, blue] = [data[source], data[source + 1], data[source + 2]];
    grey[at] = darker ? Math.min(red, green, blue) : 255 - Math.max(red, green, blue);
  }
  return { width, height, data: grey };
}

/** The radius of a window that spans a share of a picture's short side, 4 pixels at least. */
export function windowRadius(picture: Picture, windowShare: number): number {
  return Math.max(4, Math.round(Math.min(picture.width, picture.height) * windowShare));
}
