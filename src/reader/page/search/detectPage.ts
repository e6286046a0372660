import { darkestChannel } from '../../../picture/localContrast';
import type { Picture, Plane } from '../../../picture/picture';
import type { DetectDigits } from '../../detector/detector';
import type { Pose } from '../pose';
import { detectAtScales, type ScaledDetection } from './detectAtScales';
import { createCandidate, type OrientationCandidate } from './orientationCandidate';
import { passes, type Pass, type Search } from './passes';
import type { Level } from './pyramid';
import type { Selection } from './selectDigits';
import { stages, type Stage } from './stages';
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

/** Finds the digits of a picture, whichever way the page lies: goes through the stages, and makes the passes of each. */
export async function detectPage(picture: Picture, find: DetectDigits): Promise<DetectedPage> {
  const brightness = darkestChannel(picture);
  let search = begin(createCandidate(createView(brightness, 0), 0));
  for (const stage of Object.values<Stage>(stages)) {
    if (!stage.when(search)) continue;
    const found: Search[] = [];
    for (const start of stage.starts(search.best, brightness)) {
      let part = begin(start);
      for (const name of stage.passes) part = await makePass(passes[name], part, find);
      found.push(part);
    }
    const best = stage.choose(
      search.best,
      found.map((part) => part.best),
    );
    search = { ...begin(best), isSettled: found.every(({ isSettled }) => isSettled) };
  }
  const { view, turn, detections, digits, refused } = search.best;
  return {
    pose: { tilt: view.tilt, turn },
    brightness: view.brightness,
    levels: view.levels,
    detections,
    digits,
    refused,
  };
}

const begin = (best: OrientationCandidate): Search => ({ best, turned: [], isSettled: false });

const keepFirst: Required<Pass>['conclude'] = (_, [best]) => ({ best });

async function makePass(pass: Pass, before: Search, find: DetectDigits): Promise<Search> {
  const { candidates = ({ best }) => [best], levels, within, conclude = keepFirst } = pass;
  let search = before;
  while (pass.when(search)) {
    const now = search;
    const seen: OrientationCandidate[] = [];
    for (const candidate of candidates(now)) {
      const { view, turn, detections } = candidate;
      const more = await detectAtScales(levels(candidate, now), turn, find, (level) =>
        within?.(level, now),
      );
      seen.push(createCandidate(view, turn, [...detections, ...more], pass.levelWeights));
    }
    search = { ...now, ...conclude(now, seen) };
    if (!pass.repeats) break;
  }
  return search;
}
