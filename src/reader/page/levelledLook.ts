import type { Plane } from '../../picture/picture';
import type { DetectDigits } from '../detector/detector';
import { layOutLines } from './layOutLines';
import { lookFully } from './fullLook';
import type { Found } from './look';
import { STEEP_TILTS, surest, surestTilt, tiltToLevel } from './orientation';
import { lookAround } from './turnedLook';
import { createView } from './view';

/** Looks at a page as if it was tilted by much; keeps what was found where that is not clearly better. */
export async function lookTilted(
  found: Found,
  brightness: Plane<Uint8Array>,
  find: DetectDigits,
): Promise<Found> {
  const tilted: Found[] = [];
  for (const tilt of STEEP_TILTS) {
    const view = createView(brightness, tilt);
    tilted.push(await lookAround(await lookFully(view, 0, find), find));
  }
  return surestTilt(found, tilted);
}

/** Levels a page whose lines fall or rise by more than the network is used to. */
export async function lookLevelled(
  found: Found,
  brightness: Plane<Uint8Array>,
  find: DetectDigits,
): Promise<Found> {
  const tilt = tiltToLevel(layOutLines(found.digits.map(({ box }) => box)).slope);
  if (tilt === 0) return found;
  const view = createView(brightness, found.view.tilt + tilt);
  return surest([found, await lookFully(view, found.turn, find)]);
}
