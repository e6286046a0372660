import { centreOf, unionOf, type Box } from '../../picture/box';
import { connectedComponents } from '../../picture/components';
import { cropPlane } from '../../picture/crop';
import type { Plane } from '../../picture/picture';
import { sizeOf } from '../detector/digitSizes';
import type { Place } from '../signs/signWindow';

/** Contrast from which on a pixel is ink. */
const MIN_INK = 0.9;
/** How far beside a digit's border a sign may begin, and how far above or below its middle, in sizes. */
const [ASIDE, ABOVE] = [1.3, 0.95];
/** Parts of one sign are no further apart than this; dots that stand above each other no further than that. */
const gaps = { parts: 0.08, dots: 0.75 } as const;
/** The largest side of a dot, in sizes. */
const MAX_DOT = 0.35;
/** The largest sign and the smallest side of one, in sizes. */
const [MAX_SIDE, MIN_SIDE] = [1.7, 0.05];
/** More of a component in a digit's box makes it a part of that digit. */
const DIGIT_SHARE = 0.5;

/** A place where a sign may stand. */
export interface SignPlace extends Place {
  readonly box: Box;
  /** The digit that it stands nearest to, by its place among the digits. */
  readonly beside: number;
}

/** Ink beside a digit. */
type Mark = Pick<SignPlace, 'box' | 'size' | 'beside'>;

/** Whether the ink of digits is light (1) or dark (-1): ink differs more from its surroundings than paper does. */
export function inkSign(
  plane: Plane<Float32Array>,
  digits: readonly { readonly box: Box }[],
): -1 | 1 {
  let skew = 0;
  for (const { box } of digits) for (const value of cropPlane(plane, box).data) skew += value ** 3;
  return skew > 0 ? 1 : -1;
}

/**
 * Finds where signs may stand beside digits: ink that is no part of any.
 *
 * @param plane local contrast
 * @param digits in its pixels
 * @param ink whether it is light (1) or dark (-1)
 */
export function findSignPlaces(
  plane: Plane<Float32Array>,
  digits: readonly { readonly box: Box }[],
  ink: -1 | 1,
): SignPlace[] {
  if (digits.length === 0) return [];
  const marks: Mark[] = [];
  for (const { box } of connectedComponents(inkMask(plane, ink))) {
    const beside = digitBeside(box, digits);
    if (beside === undefined || isPartOfDigit(box, digits)) continue;
    const size = sizeOf(digits[beside].box);
    const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
    if (Math.max(wide, high) > MAX_SIDE * size || Math.max(wide, high) < MIN_SIDE * size) continue;
    marks.push({ box, size, beside });
  }
  return grouped(marks).map((mark) => ({ ...mark, ...centreOf(mark.box) }));
}

/** Where ink is: 1, elsewhere 0. A loop, as `Uint8Array.from` takes fifty times as long. */
function inkMask({ width, height, data }: Plane<Float32Array>, ink: -1 | 1): Plane<Uint8Array> {
  const mask = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) if (ink * data[at] > MIN_INK) mask[at] = 1;
  return { width, height, data: mask };
}

/** The nearest digit that a sign may stand beside; undefined where there is none. */
function digitBeside(box: Box, digits: readonly { readonly box: Box }[]): number | undefined {
  const { x, y } = centreOf(box);
  let nearest = Infinity;
  let found: number | undefined;
  digits.forEach(({ box: digit }, place) => {
    const size = sizeOf(digit);
    const aside = Math.max(0, digit.x0 - x, x - digit.x1);
    const above = Math.abs(y - centreOf(digit).y);
    if (aside < ASIDE * size && above < ABOVE * size && aside < nearest) {
      nearest = aside;
      found = place;
    }
  });
  return found;
}

function isPartOfDigit(box: Box, digits: readonly { readonly box: Box }[]): boolean {
  const area = (box.x1 - box.x0) * (box.y1 - box.y0);
  return digits.some(({ box: digit }) => {
    const wide = Math.min(box.x1, digit.x1) - Math.max(box.x0, digit.x0);
    const high = Math.min(box.y1, digit.y1) - Math.max(box.y0, digit.y0);
    return wide > 0 && high > 0 && wide * high > DIGIT_SHARE * area;
  });
}

/** Joins the parts of one sign: the dots of a colon, the rings and the slash of a per cent sign. */
function grouped(marks: readonly Mark[]): Mark[] {
  const groups: Mark[] = [];
  for (const mark of marks) {
    let joined = mark;
    for (let at = groups.length - 1; at >= 0; at--) {
      if (!belongTogether(groups[at].box, joined.box, joined.size)) continue;
      joined = { ...joined, box: unionOf(groups[at].box, joined.box) };
      groups.splice(at, 1);
    }
    groups.push(joined);
  }
  return groups.filter(
    ({ box, size }) => Math.max(box.x1 - box.x0, box.y1 - box.y0) <= MAX_SIDE * size,
  );
}

function belongTogether(a: Box, b: Box, size: number): boolean {
  const aside = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
  const above = Math.max(a.y0, b.y0) - Math.min(a.y1, b.y1);
  const isDot = ({ x0, y0, x1, y1 }: Box): boolean => Math.max(x1 - x0, y1 - y0) < MAX_DOT * size;
  const areDots = isDot(a) && isDot(b) && aside < 0 && above < gaps.dots * size;
  return areDots || Math.max(aside, above) < gaps.parts * size;
}
