import { cropPlane } from '../../picture/crop';
import { localContrast } from '../../picture/localContrast';
import type { Plane } from '../../picture/picture';
import { turnBoxBack, turnPlane, type Turn } from '../../picture/quarterTurn';
import { resamplePlane } from '../../picture/resample';
import { cutStrip, STRIP_DIGIT_HEIGHT, type Strip, type StripPlace } from '../line/strip';

/** How much around a strip its contrast is measured with, in heights of digits. */
const MARGIN = 0.6;

/** A page that strips are cut out of. */
export interface StripSource {
  /** The levelled picture, not yet turned, in 0..255. */
  readonly brightness: Plane<Uint8Array>;
  /** How far to turn it clockwise so that the page stands upright. */
  readonly turn: Turn;
}

/** The width of a page that stands upright. */
export const uprightWidth = ({ brightness: { width, height }, turn }: StripSource): number =>
  turn % 180 === 0 ? width : height;

/**
 * Cuts a strip out of a page, at the size that the line reader knows, with the contrast of what lies around it.
 *
 * @param place in pixels of the upright page
 */
export function cutPageStrip({ brightness, turn }: StripSource, place: StripPlace): Strip {
  const { left, right, middle, slope, digitHeight } = place;
  const end = middle + slope * (right - left);
  const reach = (1 + MARGIN) * digitHeight;
  const around = {
    x0: left - MARGIN * digitHeight,
    y0: Math.min(middle, end) - reach,
    x1: right + MARGIN * digitHeight,
    y1: Math.max(middle, end) + reach,
  };
  const [width, height] =
    turn % 180 === 0
      ? [brightness.width, brightness.height]
      : [brightness.height, brightness.width];
  const clipped = {
    x0: Math.max(0, Math.floor(around.x0)),
    y0: Math.max(0, Math.floor(around.y0)),
    x1: Math.min(width, Math.ceil(around.x1)),
    y1: Math.min(height, Math.ceil(around.y1)),
  };
  const part = cropPlane(
    brightness,
    turnBoxBack(clipped, turn, brightness.width, brightness.height),
  );
  const scale = Math.min(2, STRIP_DIGIT_HEIGHT / digitHeight);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const small = resamplePlane(part, side(part.width), side(part.height));
  const contrast = turnPlane(localContrast(small), turn);
  const scaleX = contrast.width / (clipped.x1 - clipped.x0);
  const scaleY = contrast.height / (clipped.y1 - clipped.y0);
  return cutStrip(
    contrast,
    {
      left: (left - clipped.x0) * scaleX,
      right: (right - clipped.x0) * scaleX,
      middle: (middle - clipped.y0) * scaleY,
      slope: (slope * scaleY) / scaleX,
      digitHeight: digitHeight * scaleY,
    },
    inkOf(contrast),
  );
}

/** Whether ink is light (1) or dark (-1): ink differs more from its surroundings than paper does. */
function inkOf({ data }: Plane<Float32Array>): 1 | -1 {
  let skew = 0;
  for (const value of data) skew += value ** 3;
  return skew > 0 ? 1 : -1;
}
