import type { Box } from '../../picture/box';
import type { Detection } from '../detector/decodeDetections';
import { sizeOf } from '../detector/digitSizes';
import type { ClassifySigns } from '../signs/signClassifier';
import { KIND_COUNT, SIGNS, type Sign } from '../signs/signKinds';
import { findSignPlaces, inkSign, type SignPlace } from './signPlaces';
import { cutWindows, levelFor, type UprightPage } from './uprightPage';

/** A sign of a number; its box is in pixels of the upright page. */
export interface FoundSign {
  readonly sign: Sign;
  readonly box: Box;
  /** The probability that it is this sign; 0..1. */
  readonly confidence: number;
  /** The digit that it stands nearest to, by its place among the digits. */
  readonly beside: number;
}

/** What is less likely a sign is left out. */
const MIN_CONFIDENCE = 0.6;

/**
 * Finds the signs that belong to numbers beside the digits of a page: points, commas, dashes, slashes, colons and per
 * cent signs.
 *
 * @param digits of the page, in pixels of the upright page
 */
export async function findSigns(
  page: UprightPage,
  digits: readonly Pick<Detection, 'box'>[],
  classify: ClassifySigns,
): Promise<FoundSign[]> {
  const places = placesOn(page, digits);
  const answers = await classify(cutWindows(page, places), places.length);
  return places.flatMap(({ box, beside }, index): FoundSign[] => {
    const own = answers.subarray(index * KIND_COUNT, index * KIND_COUNT + SIGNS.length);
    const confidence = Math.max(...own);
    if (confidence < MIN_CONFIDENCE) return [];
    return [{ sign: SIGNS[own.indexOf(confidence)], box, confidence, beside }];
  });
}

/** Where signs may stand: looked for at the size at which they are told apart. */
function placesOn(page: UprightPage, digits: readonly Pick<Detection, 'box'>[]): SignPlace[] {
  const levels = digits.map(({ box }) => levelFor(page, sizeOf(box)));
  return [...new Set(levels)].flatMap((level) => {
    const { scale } = level;
    const plane = level.contrast();
    const scaled = digits.map(({ box: { x0, y0, x1, y1 } }) => ({
      box: { x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale },
    }));
    return findSignPlaces(plane, scaled, inkSign(plane, scaled))
      .filter(({ beside }) => levels[beside] === level)
      .map(({ box: { x0, y0, x1, y1 }, x, y, size, beside }) => ({
        box: { x0: x0 / scale, y0: y0 / scale, x1: x1 / scale, y1: y1 / scale },
        x: x / scale,
        y: y / scale,
        size: size / scale,
        beside,
      }));
  });
}
