import type { Plane } from '../../picture/picture';
import { turns } from '../../picture/quarterTurn';
import type { DetectDigits } from '../detector/detector';
import { foundIn, look, type Found } from './look';
import {
  filling,
  isFilled,
  isOfDigits,
  isSole,
  isTold,
  isUpright,
  otherTurns,
  surest,
  tellingLevels,
} from './orientation';

const longerSide = ({ width, height }: Plane<Uint8Array>): number => Math.max(width, height);

/** Whether a few digits fill the picture, and it shows no more of their size on its side or head. */
export async function isFilledAsItIs(found: Found, find: DetectDigits): Promise<boolean> {
  const { view, detections } = found;
  const side = longerSide(view.brightness);
  if (!isFilled(found, side)) return false;
  const large = filling(detections, side);
  const levels = view.levels.filter((level) => large.some(({ scale }) => scale === level.scale));
  for (const turn of turns.slice(1)) {
    if (isTold(await look(view, turn, levels, find))) return false;
  }
  return true;
}

/** Looks at a view on its head, and on its sides where it may lie so, beside what was found as it is. */
export async function lookAround(asItIs: Found, find: DetectDigits): Promise<Found> {
  const { view, detections: seen } = asItIs;
  const { first, finer, others } = tellingLevels(view.levels);
  const glanced: Found[] = [];
  for (const turn of otherTurns(asItIs)) glanced.push(await look(view, turn, first, find));
  const seenFirst = seen.filter(({ scale }) => first.some((level) => level.scale === scale));
  if (isUpright(foundIn(view, asItIs.turn, seenFirst), glanced)) return asItIs;
  const turned: Found[] = [];
  for (const { turn, detections } of glanced) {
    turned.push(await look(view, turn, finer, find, detections));
  }
  const ways = [asItIs, ...turned];
  // Where nothing is found, digits may lie on their side and be too small for the levels that tell most.
  const isBlank = view.tilt === 0 && ways.every(({ digits }) => digits.length === 0);
  const best = surest(ways);
  const tells = (way: Found): boolean => isTold(way) || isSole(way, asItIs);
  const likely = isBlank ? turned : turned.filter((way) => way === best && tells(way));
  const right: Found[] = [];
  for (const { turn, detections } of likely) {
    const found = await look(view, turn, others, find, detections);
    if (isOfDigits(found) || isSole(found, asItIs)) right.push(found);
  }
  return surest([asItIs, ...right]);
}
