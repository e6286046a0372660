import { darkestChannel } from '../../picture/localContrast';
import type { Picture, Plane } from '../../picture/picture';
import type { DetectDigits } from '../detector/detector';
import { lookCloser } from './closerLook';
import type { ScaledDetection } from './detectDigits';
import { lookFiner } from './finerLook';
import { lookFully } from './fullLook';
import { lookLevelled, lookTilted } from './levelledLook';
import { isClear } from './orientation';
import type { Pose } from './pose';
import type { Level } from './pyramid';
import type { Selection } from './selectDigits';
import { isFilledAsItIs, lookAround } from './turnedLook';
import { createView } from './view';

/** What was found on a page; all boxes are in pixels of the picture after it was levelled and turned. */
export interface DetectedPage extends Selection {
  /** How the page lies in its picture. */
  readonly pose: Pose;
  /** The levelled picture, not yet turned, in 0..255. */
  readonly brightness: Plane<Uint8Array>;
  /** The levelled picture at all sizes, not yet turned. */
  readonly levels: readonly Level[];
  /** What the network saw at each of them. */
  readonly detections: readonly ScaledDetection[];
}

/** Finds the digits of a picture, whichever way the page lies. */
export async function detectPage(picture: Picture, find: DetectDigits): Promise<DetectedPage> {
  const brightness = darkestChannel(picture);
  const upright = createView(brightness, 0);
  let found = await lookFully(upright, 0, find);
  if (!(await isFilledAsItIs(found, find))) {
    found = await lookAround(found, find);
    if (!isClear(found)) found = await lookTilted(found, brightness, find);
  }
  found = await lookLevelled(found, brightness, find);
  found = await lookFiner(await lookCloser(found, find), find);
  const { view, turn, detections, digits, refused } = found;
  return {
    pose: { tilt: view.tilt, turn },
    brightness: view.brightness,
    levels: view.levels,
    detections,
    digits,
    refused,
  };
}
