import { turns, type Turn } from '../../../picture/quarterTurn';
import type { Detection } from '../../detector/decodeDetections';
import { isWithin, sizeOf } from '../../detector/digitSizes';
import { layOutLines } from '../layOutLines';
import { tiltOf } from '../pose';
import { evidenceOf } from './mergeDetections';
import type { Level } from './pyramid';
import type { Selection } from './selectDigits';
import type { View } from './view';
import type { OrientationCandidate } from './orientationCandidate';

// What decides how a page lies: nothing here looks at pixels.

/** What a candidate says of the way that a page lies. */
export type Way = Selection & Pick<OrientationCandidate, 'turn' | 'merged'>;

/**
 * The longer sides of the levels that tell how a page lies, in pixels. The finer ones take most of the time,
 * and the smallest show no more digits than that takes.
 */
const TELLING_SIDES = [60, 800] as const;
/** The largest of these that are looked at first: most upright pages show at these that they are. */
const FIRST_TELLING_SIDE = 500;
/** How much more must speak for a page that is upright than for its sides and head to look no finer at these. */
const UPRIGHT_FACTOR = 1.8;
/** Fewer digits do not tell how a page lies. */
const MIN_TO_TURN = 3;
/** So many clear digits lie along the page's lines: on their sides hardly any look like digits. */
const MIN_ALONG = 6;
/** What the evidence for each way to lie is multiplied by: most pages stand upright, few on their head. */
const prior: Readonly<Record<Turn, number>> = { 0: 1.15, 90: 1, 180: 0.88, 270: 1 };
/**
 * The evidence of each digit, on average, from which on they are clear: that of the sample page is 0.57 where it is
 * tilted by 20 degrees, and 0.52 by 30.
 */
const MIN_CLEAR = 0.54;
/** The evidence for each mark that looks at least a little like a digit from which on a page is one of digits. */
const MIN_OF_DIGITS = 0.32;
/** The evidence from which on even one or two digits tell how a page lies. */
const MIN_SOLE = 0.7;
/** How many times less speaks for the page as it is where one or two digits tell that it is turned. */
const SOLE_FACTOR = 3;
/** Digits of this share of the picture's longer side, or more, fill it. */
const FILLING_SHARE = 0.2;
/** How much more must speak for a steep tilt than for none: where its digits are clear, and where they are not. */
const STEEP_FACTORS = { clear: 1.3, unclear: 2 } as const;
/** The least tilt that is worth levelling, in degrees: the network knows digits that lean by less. */
const MIN_TILT = 8;

/** Where no clear digits are found, the page may be tilted; with the quarter turns these are all angles. */
export const STEEP_TILTS = [30, -30] as const;

/** The levels of a page by what they tell of the way that it lies. */
interface TellingLevels {
  /** Those that tell it soonest. */
  readonly first: readonly Level[];
  /** Those that tell it more surely. */
  readonly finer: readonly Level[];
  /** Those that tell little for the time that they take. */
  readonly others: readonly Level[];
}

/** Divides the levels of a page by what they tell of the way that it lies. */
export function tellingLevels(levels: readonly Level[]): TellingLevels {
  const sides = levels.map(({ contrast: { width, height } }) => Math.max(width, height));
  const within = (range: readonly [number, number]): Level[] =>
    levels.filter((_, at) => isWithin(sides[at], range));
  const [first, telling] = [within([TELLING_SIDES[0], FIRST_TELLING_SIDE]), within(TELLING_SIDES)];
  return {
    first,
    finer: telling.filter((level) => !first.includes(level)),
    others: levels.filter((level) => !telling.includes(level)),
  };
}

/** How much speaks for what was found: sure and clear digits. */
function evidence({ digits }: Selection): number {
  return digits.reduce((sum, digit) => sum + evidenceOf(digit), 0);
}

/** How much speaks for a way to lie. */
function weightOf(way: Way): number {
  return prior[way.turn] * evidence(way);
}

/** Whether there are enough digits to tell how a page lies. */
export function isTold({ digits }: Selection): boolean {
  return digits.length >= MIN_TO_TURN;
}

function areClear(way: Selection): boolean {
  return evidence(way) >= MIN_CLEAR * way.digits.length;
}

/** Whether there are enough digits to tell how a page lies, and clear ones. */
export function isClear(way: Selection): boolean {
  return isTold(way) && areClear(way);
}

/**
 * The digits that fill their picture.
 *
 * @param side the picture's longer one, in pixels
 */
export function filling<T extends Detection>(detections: readonly T[], side: number): T[] {
  return detections.filter(({ box }) => sizeOf(box) >= FILLING_SHARE * side);
}

/**
 * Whether a few clear digits fill a picture: too few to tell how it lies, with nothing as large beside them,
 * and no more small marks than would tell nothing either.
 *
 * @param side the picture's longer one, in pixels
 */
export function isFilled(way: Way, side: number): boolean {
  const { digits, merged } = way;
  const large = filling(merged, side);
  return (
    digits.length > 0 &&
    !isTold(way) &&
    areClear(way) &&
    merged.every((detection) => large.includes(detection) === digits.includes(detection)) &&
    merged.length - digits.length < MIN_TO_TURN
  );
}

/** The other ways that a page may lie in view of what is seen as it is: only on its head where its lines are clear. */
export function otherTurns(asItIs: Selection): readonly Turn[] {
  return asItIs.digits.length >= MIN_ALONG && areClear(asItIs) ? [180] : turns.slice(1);
}

/** Whether there are enough digits, and few marks beside them that are none: letters on their head are not. */
export function isOfDigits(way: Selection): boolean {
  const marks = way.digits.length + way.refused.length;
  return isTold(way) && evidence(way) >= MIN_OF_DIGITS * marks;
}

/**
 * Whether one or two digits tell that a page is turned: clear ones, as many as there are other marks, and hardly anything
 * to be seen on the page as it is.
 */
export function isSole(turned: Way, asItIs: Way): boolean {
  const seenAsItIs = asItIs.merged.reduce((sum, mark) => sum + evidenceOf(mark), 0);
  return (
    !isTold(turned) &&
    evidence(turned) >= MIN_SOLE &&
    turned.refused.length <= turned.digits.length &&
    evidence(turned) >= SOLE_FACTOR * seenAsItIs
  );
}

/** Whether a page as it is is clear, and far more speaks for it than for the same turned. */
export function isUpright(asItIs: Way, turned: readonly Way[]): boolean {
  const most = Math.max(...turned.map(weightOf));
  return isClear(asItIs) && weightOf(asItIs) >= UPRIGHT_FACTOR * most;
}

/** The way to lie that most speaks for; of equal ones, the first. */
export function surest<T extends Way>(ways: readonly T[]): T {
  return ways.reduce((best, way) => (weightOf(way) > weightOf(best) ? way : best));
}

/**
 * The page as it was found, unless it is clearly better when it is tilted by much: with clear digits, or with many more
 * than the digits that are seen as it is.
 */
export function surestTilt<T extends Way>(asItIs: T, tilted: readonly T[]): T {
  const better = tilted.filter(
    (way) =>
      (isClear(way) && weightOf(way) > STEEP_FACTORS.clear * weightOf(asItIs)) ||
      (isOfDigits(way) &&
        isTold(asItIs) &&
        weightOf(way) > STEEP_FACTORS.unclear * weightOf(asItIs)),
  );
  return better.length > 0 ? surest(better) : asItIs;
}

/**
 * The other turns that are still likely after the levels that tell how a page lies: the one that most speaks for, if it tells
 * enough.
 *
 * @param asItIs the page as it is
 * @param turned the same turned
 */
export function likelyTurns<T extends Way & { readonly view: Pick<View, 'tilt'> }>(
  asItIs: T,
  turned: readonly T[],
): readonly T[] {
  const ways = [asItIs, ...turned];
  // Where nothing is found, digits may lie on their side and be too small for these levels.
  const isBlank = asItIs.view.tilt === 0 && ways.every(({ digits }) => digits.length === 0);
  if (isBlank) return turned;
  const best = surest(ways);
  return turned.filter((way) => way === best && (isTold(way) || isSole(way, asItIs)));
}

/**
 * The tilt of the lines of digits that is worth levelling.
 *
 * @returns degrees; 0 where the network reads the lines as well as they are
 */
export function skewOf({ digits }: Pick<Selection, 'digits'>): number {
  const tilt = tiltOf(layOutLines(digits.map(({ box }) => box)).slope);
  return Math.abs(tilt) < MIN_TILT ? 0 : tilt;
}
