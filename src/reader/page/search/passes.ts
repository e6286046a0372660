import { boundingBoxOf, type Box } from '../../../picture/box';
import { turns } from '../../../picture/quarterTurn';
import { isWithin, sizeOf, TRUSTED_SIZES } from '../../detector/digitSizes';
import {
  filling,
  isFilled,
  isOfDigits,
  isSole,
  isTold,
  isUpright,
  likelyTurns,
  otherTurns,
  surest,
  tellingLevels,
} from './orientation';
import { createCandidate, type OrientationCandidate } from './orientationCandidate';
import { hasCloserLevels, levelsBetween, longerSide, type Level } from './pyramid';
import { isWorthCloser, mayShowMore } from './smallDigits';
import { withCloserLevels } from './view';

/** What is known while a view is searched. */
export interface Search {
  /** The best candidate so far. */
  readonly best: OrientationCandidate;
  /** The same view turned, as far as that is still likely. */
  readonly turned: readonly OrientationCandidate[];
  /** Whether it is known how the page lies. */
  readonly isSettled: boolean;
}

/** Some candidates are looked at at some scales. */
export interface Pass {
  /** Whether the pass is made. */
  readonly when: (search: Search) => boolean;
  /** Whether it is made again as long as `when` holds. @default false */
  readonly repeats?: boolean;
  /** Which candidates are looked at, each under its turn. @default the best one */
  readonly candidates?: (search: Search) => readonly OrientationCandidate[];
  /** At which scales. */
  readonly levels: (candidate: OrientationCandidate, search: Search) => readonly Level[];
  /** In which part of a scale, in pixels of the turned view. @default everywhere */
  readonly within?: (level: Level, search: Search) => Box;
  /** What the surest scales weigh in a score. @default as `mergeDetections` says */
  readonly levelWeights?: readonly number[];
  /** What the candidates come to with all that was seen by now. @default the first is the best one */
  readonly conclude?: (search: Search, seen: readonly OrientationCandidate[]) => Partial<Search>;
}

const isOpen = ({ isSettled }: Search): boolean => !isSettled;
const turned = (search: Search): readonly OrientationCandidate[] => search.turned;

/** What looks like a digit of a size that is trusted at a level. */
const fittingAt = ({ scale }: Level, { best: { digits, refused } }: Search): Box[] =>
  [...digits, ...refused]
    .map(({ box }) => box)
    .filter((box) => isWithin(scale * sizeOf(box), TRUSTED_SIZES));

/** All passes, in the order in which they are made. */
export const passes = {
  /** The finest scale takes half of the time, and comes last. */
  allButFinest: {
    when: () => true,
    levels: ({ view }) => (view.levels.length > 1 ? view.levels.slice(1) : view.levels),
  },
  finest: {
    when: ({ best }) => best.view.levels.length > 1 && mayShowMore(best),
    levels: ({ view }) => view.levels.slice(0, 1),
  },
  /** Where a few digits fill the picture, and it shows no more of their size on its side or head, it lies as it is. */
  fillingTurned: {
    when: ({ best }) => isFilled(best, longerSide(best.view.brightness)),
    candidates: ({ best: { view } }) => turns.slice(1).map((turn) => createCandidate(view, turn)),
    levels: ({ view }, { best: { detections } }) => {
      const large = filling(detections, longerSide(view.brightness));
      return view.levels.filter((level) => large.some(({ scale }) => scale === level.scale));
    },
    conclude: (_, seen) => ({ isSettled: !seen.some(isTold) }),
  },
  /** The scales that tell soonest how a page lies: most pages turn out to be upright. */
  coarseTurned: {
    when: isOpen,
    candidates: ({ best }) => otherTurns(best).map((turn) => createCandidate(best.view, turn)),
    levels: ({ view }) => tellingLevels(view.levels).first,
    conclude: ({ best: { view, turn, detections } }, seen) => {
      const { first } = tellingLevels(view.levels);
      const same = detections.filter(({ scale }) => first.some((level) => level.scale === scale));
      return isUpright(createCandidate(view, turn, same), seen)
        ? { isSettled: true }
        : { turned: seen };
    },
  },
  /** The scales that tell it more surely. */
  finerTurned: {
    when: isOpen,
    candidates: turned,
    levels: ({ view }) => tellingLevels(view.levels).finer,
    conclude: ({ best }, seen) => ({ turned: likelyTurns(best, seen) }),
  },
  /** All other scales, under a turn that is likely. */
  othersTurned: {
    when: isOpen,
    candidates: turned,
    levels: ({ view }) => tellingLevels(view.levels).others,
    conclude: ({ best }, seen) => ({
      best: surest([best, ...seen.filter((way) => isOfDigits(way) || isSole(way, best))]),
      turned: [],
    }),
  },
  /** Finer scales than a view has, as long as nothing is found or the digits are very small. */
  closer: {
    when: ({ best }) => {
      const { brightness, levels } = best.view;
      return isWorthCloser(best) && hasCloserLevels(brightness, levels[0].scale);
    },
    repeats: true,
    candidates: ({ best }) => [{ ...best, view: withCloserLevels(best.view) }],
    levels: ({ view }, { best }) => view.levels.slice(0, -best.view.levels.length),
  },
  /** The scales between those of a view: more that agree tell a digit more surely from what is none. */
  between: {
    when: ({ best: { digits, refused } }) => digits.length + refused.length > 0,
    levels: ({ view }, search) =>
      levelsBetween(view.brightness, view.levels[0].scale).filter(
        (level) => fittingAt(level, search).length > 0,
      ),
    within: (level, search) => boundingBoxOf(fittingAt(level, search)),
    // With twice as many scales a digit is sure at three of them.
    levelWeights: [0.6, 0.3, 0.1],
  },
} as const satisfies Record<string, Pass>;

export type PassName = keyof typeof passes;
