import { between, happens, pick } from '../../numbers/chance';
import { createStream, type Random } from '../../numbers/random';
import { clamp } from '../../numbers/clamp';
import { centreOf, type Box } from '../../picture/box';
import { copyRows } from '../../picture/copyRows';
import { isWithin, sizeOf, TAUGHT_SIZES, TOLERATED_SIZES } from '../../reader/detector/digitSizes';
import type { ExampleSource } from '../exampleSource';
import type { KnownPage } from '../knownPage';
import { CROP_SIDE, type TrainingCrop } from './trainingCrop';

/** The share of crops that are cut out of one's own pages. */
const OWN_SHARE = 0.5;
/** There are fewer crops of one seed than this. */
const CROPS_A_SEED = 100_000_000;

/**
 * Cuts a crop to learn from out of a page.
 *
 * @param random decides at which size and where
 */
export function cutOwnCrop({ levels, digits, ignored }: KnownPage, random: Random): TrainingCrop {
  const taught = levels.filter(({ scale }) =>
    digits.some(({ box }) => isWithin(scale * sizeOf(box), TAUGHT_SIZES)),
  );
  const { scale, contrast: plane } = pick(random, taught.length > 0 ? taught : levels);
  const shown = digits.filter(({ box }) => isWithin(scale * sizeOf(box), TAUGHT_SIZES));
  const corner = (middle: number, side: number): number => {
    const first = Math.round(middle - between(random, [0.2, 0.8]) * CROP_SIDE);
    return clamp(first, 0, Math.max(0, side - CROP_SIDE));
  };
  const middle =
    shown.length > 0
      ? centreOf(pick(random, shown).box)
      : {
          x: between(random, [0, plane.width / scale]),
          y: between(random, [0, plane.height / scale]),
        };
  const [x, y] = [corner(scale * middle.x, plane.width), corner(scale * middle.y, plane.height)];
  const contrast = new Int8Array(CROP_SIDE ** 2);
  copyRows(
    plane,
    { x, y },
    { width: CROP_SIDE, height: CROP_SIDE, data: contrast },
    { x: 0, y: 0 },
    { width: Math.min(CROP_SIDE, plane.width - x), height: Math.min(CROP_SIDE, plane.height - y) },
    1,
  );
  const inCrop = ({ x0, y0, x1, y1 }: Box): Box => ({
    x0: scale * x0 - x,
    y0: scale * y0 - y,
    x1: scale * x1 - x,
    y1: scale * y1 - y,
  });
  const seen = digits
    .map(({ digit, box }) => ({ digit, box: inCrop(box) }))
    .filter(({ box }) => box.x1 > 0 && box.y1 > 0 && box.x0 < CROP_SIDE && box.y0 < CROP_SIDE);
  const isWhole = ({ x0, y0, x1, y1 }: Box): boolean =>
    x0 > -1 && y0 > -1 && x1 < CROP_SIDE + 1 && y1 < CROP_SIDE + 1;
  const isTaught = ({ box }: { readonly box: Box }): boolean =>
    isWithin(sizeOf(box), TAUGHT_SIZES) && isWhole(box);
  const left = seen.filter(
    (digit) => !isTaught(digit) && isWithin(sizeOf(digit.box), TOLERATED_SIZES),
  );
  return {
    contrast,
    digits: seen.filter(isTaught),
    ignored: [...ignored.map(inCrop), ...left.map(({ box }) => box)],
  };
}

/**
 * Mixes crops of one's own pages with made-up ones, so that the reader forgets nothing of what it knows.
 *
 * @param made makes made-up ones; is stopped with the mixture
 * @param pages at least one
 * @param seed decides which, and where they are cut
 */
export function mixOwnCrops(
  made: ExampleSource<TrainingCrop>,
  pages: readonly KnownPage[],
  seed: number,
): ExampleSource<TrainingCrop> {
  return {
    make: async (first, count) => {
      const crops = await made.make(first, count);
      return crops.map((crop, index) => {
        const random = createStream(seed, first + index, CROPS_A_SEED);
        return happens(random, OWN_SHARE) ? cutOwnCrop(pick(random, pages), random) : crop;
      });
    },
    stop: made.stop,
  };
}
