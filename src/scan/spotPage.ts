import { darkestChannel } from '../data/localContrast';
import type { Picture } from '../data/picture';
import type { FindDigits } from '../model/spotter/spotter';
import { sizeOf } from '../model/spotter/spotSizes';
import { findSightings, type Sighting } from './findSightings';
import { mergeSightings } from './mergeSightings';
import { buildPyramid, closerLevels, type Level } from './pyramid';
import { selectDigits, type Selection } from './selectDigits';
import { turns, type Turn } from './turnPlane';

/** What was found on a page. */
export interface SpottedPage extends Selection {
  /** How far the picture was turned clockwise; boxes are in pixels of the turned picture. */
  readonly turn: Turn;
  /** The picture at all sizes, as it lies. */
  readonly levels: readonly Level[];
  /** What the network saw at each of them. */
  readonly sightings: readonly Sighting[];
}

/** The finest levels take most of the time; how a page lies is told without them. */
const FINE_LEVELS = 2;
/** Fewer digits do not tell how a page lies. */
const LEAST_TO_TURN = 3;
/** What the evidence for each way to lie is multiplied by: most pages stand upright, few on their head. */
const prior: Readonly<Record<Turn, number>> = { 0: 1.15, 90: 1, 180: 0.88, 270: 1 };

/** How much speaks for a way to lie: sure and clear digits. */
function evidence({ digits }: Selection): number {
  return digits.reduce(
    (sum, { score, probabilities }) => sum + score ** 3 * Math.max(...probabilities),
    0,
  );
}

/** A digit this small at the largest level is seen there alone, in pixels. */
const SMALL = 20;
/** So many small digits are worth a closer look. */
const LEAST_SMALL = 2;

interface Found {
  readonly turn: Turn;
  readonly sightings: readonly Sighting[];
  readonly selection: Selection;
}

/** Whether a closer look may find more: nothing was found, or small digits were seen. */
function isWorthCloser({ sightings, selection }: Found, largest: number): boolean {
  const small = sightings.filter(
    ({ box, score, scale }) => scale === largest && score > 0.5 && sizeOf(box) * scale < SMALL,
  );
  return selection.digits.length === 0 || small.length >= LEAST_SMALL;
}

/** Finds the digits of a picture, whichever way it lies. */
export async function spotPage(picture: Picture, find: FindDigits): Promise<SpottedPage> {
  const brightness = darkestChannel(picture);
  const levels = buildPyramid(brightness);
  const look = async (
    some: readonly Level[],
    turn: Turn,
    seen: readonly Sighting[] = [],
  ): Promise<Found> => {
    const sightings = [...seen, ...(await findSightings(some, turn, find))];
    return { turn, sightings, selection: selectDigits(mergeSightings(sightings)) };
  };
  const upright = await look(levels, 0);
  const ways = [upright];
  for (const turn of turns.slice(1)) ways.push(await look(levels.slice(FINE_LEVELS), turn));
  const isTold = ways.some(({ selection }) => selection.digits.length >= LEAST_TO_TURN);
  const weight = ({ turn, selection }: Found): number => prior[turn] * evidence(selection);
  const best = isTold ? ways.reduce((a, b) => (weight(b) > weight(a) ? b : a)) : upright;
  let found =
    best.turn === 0 ? best : await look(levels.slice(0, FINE_LEVELS), best.turn, best.sightings);
  while (isWorthCloser(found, levels[0]?.scale)) {
    const closer = closerLevels(brightness, levels[0]?.scale);
    if (closer.length === 0) break;
    found = await look(closer, found.turn, found.sightings);
    levels.unshift(...closer);
  }
  return { turn: found.turn, levels, sightings: found.sightings, ...found.selection };
}
