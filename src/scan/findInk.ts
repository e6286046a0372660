import { greyPlane, isInkDarker, windowRadius } from './inkPolarity';
import type { Picture, Plane } from '../data/picture';
import { windowMean } from './windowMean';

/** What the ink of a picture is like. */
export interface Ink {
  /** How far each pixel differs from the paper towards ink, 255 is all of the paper's light. */
  readonly contrast: Plane<Uint8Array>;
  /** Whether the ink is darker than the paper, as a pen's, or lighter, as chalk. */
  readonly darker: boolean;
  /** The contrast that nine in ten pixels of bare paper stay below. */
  readonly noise: number;
}

// The window in which the paper is estimated reaches this share of the picture's short side.
const windowShare = 0.125;
// What is darker than its window by this share is left out of the paper's estimate.
const inkShare = 0.1;

/**
 * Tells ink from uneven paper, whichever of the two is darker.
 *
 * Pixels clearly darker than the mean of their window are ink at a first guess (Bradley and Roth,
 * "Adaptive Thresholding using the Integral Image", 2007); the paper's brightness under them is the
 * mean of the other pixels around (Gatos, Pratikakis and Perantonis, "Adaptive degraded document
 * image binarization", 2006). The contrast is relative to that brightness, so that ink in a shadow
 * counts as much as ink in the light.
 *
 * @param picture an opaque picture
 */
export function findInk(picture: Picture): Ink {
  const { width, height } = picture;
  const darker = isInkDarker(picture, windowShare);
  const grey = greyPlane(picture, darker);
  const radius = windowRadius(picture, windowShare);
  const means = windowMean(grey, radius).data;
  const bare = new Uint8Array(width * height);
  for (let at = 0; at < bare.length; at++) {
    bare[at] = grey.data[at] >= means[at] * (1 - inkShare) ? 1 : 0;
  }

  const paper = windowMean(grey, radius, { width, height, data: bare }).data;
  const contrast = new Uint8Array(width * height);
  const bareCounts = new Uint32Array(256); // of bare pixels by contrast
  for (let at = 0; at < contrast.length; at++) {
    const difference = paper[at] - grey.data[at];
    if (difference > 0) contrast[at] = (difference * 255) / paper[at];
    if (bare[at] === 1) bareCounts[contrast[at]]++;
  }
  return {
    contrast: { width, height, data: contrast },
    darker,
    noise: percentile(bareCounts, 0.9),
  };
}

function percentile(counts: Uint32Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  return counts.findIndex((count) => (seen += count) >= share * total);
}
