import type { Plane } from '../../../picture/picture';
import { isClear, skewOf, STEEP_TILTS, surest, surestTilt } from './orientation';
import { createCandidate, type OrientationCandidate } from './orientationCandidate';
import type { PassName, Search } from './passes';
import { createView } from './view';

/** Some views of the picture, each tilted by some degrees, are searched by the same passes. */
export interface Stage {
  /** Whether the views are searched. */
  readonly when: (search: Search) => boolean;
  /** Where the search of each view begins. */
  readonly starts: (
    best: OrientationCandidate,
    brightness: Plane<Uint8Array>,
  ) => readonly OrientationCandidate[];
  readonly passes: readonly PassName[];
  /** The best of what was found before, and in each of the views. */
  readonly choose: (
    before: OrientationCandidate,
    found: readonly OrientationCandidate[],
  ) => OrientationCandidate;
}

const searchTurns = ['coarseTurned', 'finerTurned', 'othersTurned'] as const;

/** All stages, in the order in which they are gone through. */
export const stages = {
  /** The picture as it is, and turned by 90, 180 and 270 degrees. */
  searchRotations: {
    when: () => true,
    starts: (best) => [best],
    passes: ['allButFinest', 'finest', 'fillingTurned', ...searchTurns],
    choose: (_, [found]) => found,
  },
  /** Where no clear digits are found, the page may be tilted by much: with the quarter turns these are all angles. */
  searchTilts: {
    when: ({ best, isSettled }) => !isSettled && !isClear(best),
    starts: (_, brightness) =>
      STEEP_TILTS.map((tilt) => createCandidate(createView(brightness, tilt), 0)),
    passes: ['allButFinest', 'finest', ...searchTurns],
    choose: surestTilt,
  },
  /** Lines that fall or rise by more than the network is used to are levelled. */
  deskew: {
    when: ({ best }) => skewOf(best) !== 0,
    starts: (best, brightness) => [
      createCandidate(createView(brightness, best.view.tilt + skewOf(best)), best.turn),
    ],
    passes: ['allButFinest', 'finest'],
    choose: (before, found) => surest([before, ...found]),
  },
  /** Once it is known how the page lies, it is looked at more closely. */
  refine: {
    when: () => true,
    starts: (best) => [best],
    passes: ['closer', 'between'],
    choose: (_, [found]) => found,
  },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof stages;
