import { between } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import { centreOf, liesIn, type Box } from '../../picture/box';
import { MAX_CONTRAST } from '../../picture/localContrast';
import type { Plane } from '../../picture/picture';
import { sizeOf } from '../detector/digitSizes';
import { NONE, placeOfSign } from '../signs/signKinds';
import { cutWindow, WINDOW_SIDE, type Place } from '../signs/signWindow';
import { findSignPlaces, inkSign } from '../page/signPlaces';
import { CROP_SIDE, type TrainingCrop } from './trainingCrop';

/** A window to learn from, and what its middle holds. */
export interface SignExample {
  /** Local contrast of -4..4 in steps of 4 / 127; [48, 48]. */
  readonly window: Int8Array;
  /** Its place among the answers. */
  readonly kind: number;
}

/** How far windows are moved, and how much their size is changed, at most; shares of the size. */
const jitter = { place: 0.12, size: [0.84, 1.2] } as const;
/** In how many ways each sign is seen. */
const WAYS = 2;
/** What lies nearer to the middle of a sign, in sizes, is the sign or a part of it. */
const NEAR_SIGN = 0.35;
/** At most so many windows without a sign are learned from of one crop. */
const MAX_OTHERS = 5;

function isNear(
  sign: { readonly x: number; readonly y: number },
  { x, y }: Place,
  size: number,
): boolean {
  return Math.hypot(sign.x - x, sign.y - y) < NEAR_SIGN * size;
}

function jittered(box: Box, size: number, random: Random): Place {
  const { x, y } = centreOf(box);
  const shift = (): number => size * jitter.place * between(random, [-1, 1]);
  return { x: x + shift(), y: y + shift(), size: size * between(random, jitter.size) };
}

/**
 * Makes windows to learn from out of a crop: its signs, and what is none: other marks beside digits, and digits, of which
 * the detector misses some.
 *
 * @param random decides where exactly the windows lie
 */
export function signExamples(crop: TrainingCrop, random: Random): SignExample[] {
  const plane: Plane<Float32Array> = {
    width: CROP_SIDE,
    height: CROP_SIDE,
    data: Float32Array.from(crop.contrast, (value) => (value * MAX_CONTRAST) / 127),
  };
  const places: { readonly place: Place; readonly kind: number }[] = [];
  for (const { sign, box, size } of crop.signs) {
    const kind = placeOfSign(sign) ?? NONE;
    for (let way = 0; way < WAYS; way++) places.push({ place: jittered(box, size, random), kind });
  }
  const others = crop.digits.map(({ box }) => ({
    place: jittered(box, sizeOf(box), random),
    kind: NONE,
  }));
  for (const place of findSignPlaces(plane, crop.digits, inkSign(plane, crop.digits))) {
    const known = crop.signs.find(({ box, size }) => isNear(centreOf(box), place, size));
    if (known || crop.ignored.some((box) => liesIn(place.box, box))) continue;
    others.push({ place, kind: NONE });
  }
  const kept = others.length <= MAX_OTHERS ? others : sample(others, MAX_OTHERS, random);
  const values = new Float32Array(WINDOW_SIDE ** 2);
  return [...places, ...kept].map(({ place, kind }) => {
    cutWindow(plane, place, values);
    return {
      window: Int8Array.from(values, (value) => Math.round((value * 127) / MAX_CONTRAST)),
      kind,
    };
  });
}

function sample<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(random.integer(left.length), 1)[0]);
}
