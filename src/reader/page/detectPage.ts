import { darkestChannel } from '../../picture/localContrast';
import type { Picture, Plane } from '../../picture/picture';
import type { DetectDigits } from '../detector/detector';
import { sizeOf } from '../detector/digitSizes';
import { detectDigits, type ScaledDetection } from './detectDigits';
import { layOutLines } from './layOutLines';
import type { Detection } from '../detector/decodeDetections';
import { evidenceOf, mergeDetections } from './mergeDetections';
import { levelPlane, type Pose } from './pose';
import { createPyramid, closerLevels, type Level } from './pyramid';
import { selectDigits, type Selection } from './selectDigits';
import { turns, type Turn } from '../../picture/quarterTurn';

/** What was found on a page; all boxes are in pixels of the picture after it was levelled and turned. */
export interface DetectedPage extends Selection {
  /** How the page lies in its picture. */
  readonly pose: Pose;
  /** The levelled picture at all sizes, not yet turned. */
  readonly levels: readonly Level[];
  /** What the network saw at each of them. */
  readonly detections: readonly ScaledDetection[];
}

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
/** What the evidence for each way to lie is multiplied by: most pages stand upright, few on their head. */
const prior: Readonly<Record<Turn, number>> = { 0: 1.15, 90: 1, 180: 0.88, 270: 1 };
/** The evidence of each digit, on average, from which on they are clear. */
const MIN_CLEAR = 0.5;
/** The evidence for each mark that looks at least a little like a digit from which on a page is one of digits. */
const MIN_OF_DIGITS = 0.32;
/** Digits of this share of the picture's longer side, or more, fill it. */
const FILLING_SHARE = 0.2;
/** Where no clear digits are found, the page may be tilted; with the quarter turns these are all angles. */
const STEEP_TILTS = [30, -30];
/** How much more must speak for a steep tilt than for none. */
const STEEP_FACTOR = 1.3;
/** The least tilt that is worth levelling, in degrees: the network knows digits that lean by less. */
const MIN_TILT = 8;
/** A digit this small at the largest level is seen there alone, in pixels. */
const SMALL = 20;
/** So many small digits are worth a closer look. */
const MIN_SMALL = 2;

/** A picture that was levelled. */
interface View {
  readonly tilt: number;
  readonly brightness: Plane<Uint8Array>;
  readonly levels: readonly Level[];
}

/** What is found in a view that is turned. */
interface Found extends Selection {
  readonly view: View;
  readonly turn: Turn;
  readonly detections: readonly ScaledDetection[];
  /** All that looks at least a little like a digit. */
  readonly merged: readonly Detection[];
}

function viewOf(brightness: Plane<Uint8Array>, tilt: number): View {
  const levelled = levelPlane(brightness, tilt);
  return { tilt, brightness: levelled, levels: createPyramid(levelled) };
}

/** How much speaks for a way to lie: sure and clear digits. */
function evidence({ digits }: Selection): number {
  return digits.reduce((sum, digit) => sum + evidenceOf(digit), 0);
}

const weight = (found: Found): number => prior[found.turn] * evidence(found);

const isTold = ({ digits }: Found): boolean => digits.length >= MIN_TO_TURN;

const areClear = (found: Found): boolean => evidence(found) >= MIN_CLEAR * found.digits.length;

/** Whether there are enough digits to tell how a page lies, and clear ones. */
const isClear = (found: Found): boolean => isTold(found) && areClear(found);

/** The least size of a digit that fills a picture. */
const fillingSize = ({ brightness: { width, height } }: View): number =>
  FILLING_SHARE * Math.max(width, height);

/**
 * Whether a few clear digits fill the picture: too few to tell how it lies, with nothing as large beside
 * them, and no more small marks than would tell nothing either.
 */
function isFilled(found: Found): boolean {
  const { digits, merged, view } = found;
  const isLarge = ({ box }: Detection): boolean => sizeOf(box) >= fillingSize(view);
  return (
    digits.length > 0 &&
    !isTold(found) &&
    areClear(found) &&
    merged.every((detection) => isLarge(detection) === digits.includes(detection)) &&
    merged.length - digits.length < MIN_TO_TURN
  );
}

/** Whether there are enough digits, and few marks beside them that are none: letters on their head are not. */
function isOfDigits(found: Found): boolean {
  const marks = found.digits.length + found.refused.length;
  return isTold(found) && evidence(found) >= MIN_OF_DIGITS * marks;
}

/** Whether a closer look may find more: nothing was found, or small digits were seen. */
function isWorthCloser({ detections, digits, view }: Found): boolean {
  const largest = view.levels[0].scale;
  const small = detections.filter(
    ({ box, score, scale }) => scale === largest && score > 0.5 && sizeOf(box) * scale < SMALL,
  );
  return digits.length === 0 || small.length >= MIN_SMALL;
}

/** What detections come to. */
function foundIn(view: View, turn: Turn, detections: readonly ScaledDetection[]): Found {
  const merged = mergeDetections(detections);
  return { view, turn, detections, merged, ...selectDigits(merged) };
}

/** Looks at some levels, and puts what is seen to what was seen before. */
async function look(
  view: View,
  turn: Turn,
  levels: readonly Level[],
  find: DetectDigits,
  seen: readonly ScaledDetection[] = [],
): Promise<Found> {
  return foundIn(view, turn, [...seen, ...(await detectDigits(levels, turn, find))]);
}

const longerSide = ({ contrast: { width, height } }: Level): number => Math.max(width, height);

/** Whether a level tells how its page lies. */
const tellsTurn = (level: Level): boolean =>
  longerSide(level) >= TELLING_SIDES[0] && longerSide(level) <= TELLING_SIDES[1];

/** The way to lie that most speaks for; of none, the first. */
const surest = (ways: readonly Found[]): Found =>
  ways.reduce((best, found) => (weight(found) > weight(best) ? found : best));

/** Whether a picture that digits fill shows more of their size on its side or head. */
async function showsMoreTurned({ view, detections }: Found, find: DetectDigits): Promise<boolean> {
  const large = detections.filter(({ box }) => sizeOf(box) >= fillingSize(view));
  const levels = view.levels.filter((level) => large.some(({ scale }) => scale === level.scale));
  for (const turn of turns.slice(1)) {
    if (isTold(await look(view, turn, levels, find))) return true;
  }
  return false;
}

/** Whether what some levels show of a page as it is is clear, and far more than what they show turned. */
function isUpright(
  { view, turn, detections }: Found,
  levels: readonly Level[],
  turned: readonly Found[],
): boolean {
  const seen = detections.filter(({ scale }) => levels.some((level) => level.scale === scale));
  const upright = foundIn(view, turn, seen);
  const most = Math.max(...turned.map(weight));
  return isClear(upright) && weight(upright) >= UPRIGHT_FACTOR * most;
}

/** Looks at a view on its sides and head, too, beside what was found as it is. */
async function lookAround(asItIs: Found, find: DetectDigits): Promise<Found> {
  const { view } = asItIs;
  const telling = view.levels.filter(tellsTurn);
  const first = telling.filter((level) => longerSide(level) <= FIRST_TELLING_SIDE);
  const finer = telling.filter((level) => !first.includes(level));
  const others = view.levels.filter((level) => !tellsTurn(level));
  const glanced: Found[] = [];
  for (const turn of turns.slice(1)) glanced.push(await look(view, turn, first, find));
  if (isUpright(asItIs, first, glanced)) return asItIs;
  const turned: Found[] = [];
  for (const { turn, detections } of glanced) {
    turned.push(await look(view, turn, finer, find, detections));
  }
  const ways = [asItIs, ...turned];
  // Where nothing is found, digits may lie on their side and be too small for the levels that tell most.
  const isBlank = view.tilt === 0 && ways.every(({ digits }) => digits.length === 0);
  const best = surest(ways);
  const likely = isBlank ? turned : turned.filter((way) => way === best && isTold(way));
  const right: Found[] = [];
  for (const { turn, detections } of likely) {
    const found = await look(view, turn, others, find, detections);
    if (isOfDigits(found)) right.push(found);
  }
  return surest([asItIs, ...right]);
}

/** Looks at a page as if it was tilted by much; keeps what was found where that is not clearly better. */
async function lookTilted(
  found: Found,
  brightness: Plane<Uint8Array>,
  find: DetectDigits,
): Promise<Found> {
  let best = found;
  for (const tilt of STEEP_TILTS) {
    const view = viewOf(brightness, tilt);
    const tilted = await lookAround(await look(view, 0, view.levels, find), find);
    if (isClear(tilted) && weight(tilted) > STEEP_FACTOR * weight(found)) {
      if (best === found || weight(tilted) > weight(best)) best = tilted;
    }
  }
  return best;
}

/** Levels a page whose lines fall or rise by more than the network is used to. */
async function lookLevelled(
  found: Found,
  brightness: Plane<Uint8Array>,
  find: DetectDigits,
): Promise<Found> {
  const { slope } = layOutLines(found.digits.map(({ box }) => box));
  const tilt = (Math.atan(slope) * 180) / Math.PI;
  if (Math.abs(tilt) < MIN_TILT) return found;
  const view = viewOf(brightness, found.view.tilt + tilt);
  const levelled = await look(view, found.turn, view.levels, find);
  return weight(levelled) > weight(found) ? levelled : found;
}

async function lookCloser(found: Found, find: DetectDigits): Promise<Found> {
  let best = found;
  while (isWorthCloser(best)) {
    const { view, turn, detections } = best;
    const closer = closerLevels(view.brightness, view.levels[0].scale);
    if (closer.length === 0) break;
    const closerView = { ...view, levels: [...closer, ...view.levels] };
    best = await look(closerView, turn, closer, find, detections);
  }
  return best;
}

/** Finds the digits of a picture, whichever way the page lies. */
export async function detectPage(picture: Picture, find: DetectDigits): Promise<DetectedPage> {
  const brightness = darkestChannel(picture);
  const upright = viewOf(brightness, 0);
  let found = await look(upright, 0, upright.levels, find);
  if (!isFilled(found) || (await showsMoreTurned(found, find))) {
    found = await lookAround(found, find);
    if (!isClear(found)) found = await lookTilted(found, brightness, find);
  }
  found = await lookLevelled(found, brightness, find);
  const { view, turn, detections, digits, refused } = await lookCloser(found, find);
  return { pose: { tilt: view.tilt, turn }, levels: view.levels, detections, digits, refused };
}
