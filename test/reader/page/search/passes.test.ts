import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Plane } from '../../../../src/picture/picture';
import type { Turn } from '../../../../src/picture/quarterTurn';
import type { DetectDigits } from '../../../../src/reader/detector/detector';
import { isWithin, TRUSTED_SIZES } from '../../../../src/reader/detector/digitSizes';
import { detectPage } from '../../../../src/reader/page/search/detectPage';
import { passes, type PassName } from '../../../../src/reader/page/search/passes';
import { stages, type StageName } from '../../../../src/reader/page/search/stages';
import { greyPicture } from '../../../textArt';

/** Digits in a row that a fake detector sees; lengths in pixels of the upright picture. */
interface Row {
  /** How the page must lie for them to be seen. @default 0 */
  readonly turn?: Turn;
  /** @default 0 */
  readonly tilt?: number;
  readonly count: number;
  readonly size: number;
  /** How sure and how clear each is. @default 0.95 */
  readonly score?: number;
  readonly clarity?: number;
  /** How far the row falls for every pixel to the right. @default 0 */
  readonly slope?: number;
}

interface Scenario {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly found: { readonly turn: Turn; readonly tilt: number; readonly digits: number };
}

/** The picture is paper with a dark left end, which tells how a plane of it lies. */
const pictureOf = ({ width, height }: Scenario): ReturnType<typeof greyPicture> =>
  greyPicture(width, height, (column) => (column < height / 2 ? 0 : 220));

/** Where the dark end lies, in shares of the sides. */
function darkEnd({ width, height, data }: Plane<Float32Array>): { x: number; y: number } {
  let [x, y, sum] = [0, 0, 1e-9];
  data.forEach((value, at) => {
    const dark = Math.max(0, -value - 1);
    x += dark * (at % width);
    y += dark * Math.floor(at / width);
    sum += dark;
  });
  return { x: x / sum / width, y: y / sum / height };
}

/** How a plane of the picture lies: by its form and its dark end. */
function poseOf(
  plane: Plane<Float32Array>,
  { width, height }: Scenario,
): Required<Pick<Row, 'turn' | 'tilt'>> {
  const { x, y } = darkEnd(plane);
  const [long, short] = [Math.max(plane.width, plane.height), Math.min(plane.width, plane.height)];
  const isTilted = long / short < (0.8 * width) / height;
  const turn = plane.width > plane.height ? (x < 0.5 ? 0 : 180) : y < 0.5 ? 90 : 270;
  return { turn, tilt: !isTilted ? 0 : y > 0.5 ? 1 : -1 };
}

/** Sees the rows of digits in planes that lie as they ask for, at the scales at which a network is trusted. */
const detectorOf =
  (scenario: Scenario): DetectDigits =>
  (plane) => {
    const pose = poseOf(plane, scenario);
    const scale = Math.max(plane.width, plane.height) / scenario.width;
    const detections = scenario.rows
      .filter(({ turn = 0, tilt = 0 }) => turn === pose.turn && Math.sign(tilt) === pose.tilt)
      .filter(({ size }) => isWithin(scale * size, TRUSTED_SIZES))
      .flatMap(({ count, size, score = 0.95, clarity = 0.95, slope = 0 }) =>
        Array.from({ length: count }, (_, at) => {
          const [x, y] = [scale * size * (1 + at), scale * size * slope * at];
          return {
            box: { x0: x, y0: y, x1: x + 0.6 * scale * size, y1: y + scale * size },
            score,
            probabilities: Float32Array.from({ length: 10 }, (_, digit) =>
              digit === 3 ? clarity : (1 - clarity) / 9,
            ),
          };
        }),
      );
    return Promise.resolve(detections);
  };

async function search(scenario: Scenario): Promise<Scenario['found']> {
  const { pose, digits } = await detectPage(pictureOf(scenario), detectorOf(scenario));
  return { turn: pose.turn, tilt: Math.round(pose.tilt), digits: digits.length };
}

/** Its levels are 840, 594, 420, … pixels wide; those of 500 and less tell soonest how it lies. */
const small = { width: 420, height: 40 };
/** So small that the finest scale alone shows them, in a row through all of the picture. */
const tiny = { count: 44, size: 9 };

/** A digit that is not clear. */
const weak = { count: 1, size: 30, score: 0.8, clarity: 0.4 };

/** For every pass what only it finds, or only it leaves as it is. */
const ofPasses: Record<PassName, Scenario> = {
  allButFinest: {
    ...small,
    rows: [{ count: 3, size: 40 }],
    found: { turn: 0, tilt: 0, digits: 3 },
  },
  finest: { ...small, rows: [tiny], found: { turn: 0, tilt: 0, digits: 44 } },
  fillingTurned: {
    ...small,
    rows: [
      { count: 1, size: 90, score: 0.9, clarity: 0.8 },
      { turn: 180, count: 2, size: 90, score: 1, clarity: 1 },
    ],
    found: { turn: 0, tilt: 0, digits: 1 },
  },
  coarseTurned: {
    ...small,
    rows: [{ turn: 90, count: 3, size: 40 }],
    found: { turn: 90, tilt: 0, digits: 3 },
  },
  // What the telling scales do not show is not looked for where something is seen as it is.
  finerTurned: {
    width: 700,
    height: 40,
    rows: [weak, { turn: 270, count: 4, size: 13 }],
    found: { turn: 0, tilt: 0, digits: 1 },
  },
  othersTurned: {
    width: 700,
    height: 40,
    rows: [{ turn: 90, count: 3, size: 14 }],
    found: { turn: 90, tilt: 0, digits: 3 },
  },
  closer: {
    width: 2000,
    height: 20,
    rows: [{ count: 108, size: 18 }],
    found: { turn: 0, tilt: 0, digits: 108 },
  },
  between: { ...small, rows: [tiny], found: { turn: 0, tilt: 0, digits: 44 } },
};

/** The same for every stage. */
const ofStages: Record<StageName, Scenario> = {
  searchRotations: ofPasses.fillingTurned,
  searchTilts: {
    ...small,
    rows: [{ tilt: 30, count: 4, size: 30 }],
    found: { turn: 0, tilt: 30, digits: 4 },
  },
  deskew: {
    ...small,
    rows: [
      { count: 7, size: 24, slope: 0.25, score: 0.9 },
      { tilt: 14, count: 7, size: 24 },
    ],
    found: { turn: 0, tilt: 14, digits: 7 },
  },
  refine: ofPasses.closer,
};

const entriesOf = <Name extends string>(scenarios: Record<Name, Scenario>): [Name, Scenario][] =>
  Object.entries(scenarios) as [Name, Scenario][];

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the page search', () => {
  it.each(entriesOf(ofPasses))(
    'finds what the pass %s is for, and not without it',
    async (name, scenario) => {
      expect(await search(scenario)).toEqual(scenario.found);
      vi.spyOn(passes[name], 'when').mockReturnValue(false);
      expect(await search(scenario)).not.toEqual(scenario.found);
    },
  );

  it.each(entriesOf(ofStages))(
    'finds what the stage %s is for, and not without it',
    async (name, scenario) => {
      expect(await search(scenario)).toEqual(scenario.found);
      vi.spyOn(stages[name], 'when').mockReturnValue(false);
      expect(await search(scenario)).not.toEqual(scenario.found);
    },
  );

  it('takes the finer of the telling scales before it decides', async () => {
    const scenario: Scenario = {
      ...small,
      rows: [weak, { turn: 270, count: 4, size: 14.5 }],
      found: { turn: 270, tilt: 0, digits: 4 },
    };
    expect(await search(scenario)).toEqual(scenario.found);
    vi.spyOn(passes.finerTurned, 'levels').mockReturnValue([]);
    expect(await search(scenario)).toEqual({ turn: 0, tilt: 0, digits: 1 });
  });
});
