import type { Random } from '../numbers/random';
import { factorBetween, happens, pickWeighted } from '../numbers/chance';
import type { DigitPool } from './hand/digitPool';
import type { LabelledPage } from './labelledPage';
import { makePicture } from './generatePicture';
import { contents, framings, pictures, quarterTurnShare, sizes, type Content } from './traits';

/** All that there are pages of. */
export const pageContents = Object.keys(contents) as readonly Content[];

/**
 * Makes a photo or scan of a page of handwritten numbers, or of something without numbers.
 *
 * What can occur, and how often, stands in the `traits.ts` of every room of pages.
 *
 * @param pool whose digits are written: training digits to learn from, validation digits to choose by
 * @param random decides everything
 * @param kinds what may be on it; by default everything there is
 */
export function generatePage(
  pool: DigitPool,
  random: Random,
  kinds: readonly Content[] = pageContents,
): LabelledPage {
  const longSide = Math.round(factorBetween(random, pictures.side));
  const shortSide = Math.round(longSide * Number(pickWeighted(random, pictures.aspects)));
  const weights = Object.fromEntries(kinds.map((kind) => [kind, contents[kind]]));
  const content = pickWeighted(random, weights as Record<Content, number>);
  const isLandscape = content === 'line' || happens(random, pictures.landscapeShare);
  const range = content === 'single' ? sizes.single : sizes.usual;
  const size = Math.max(sizes.least, shortSide * factorBetween(random, range));
  return makePicture(
    pool,
    {
      width: isLandscape ? longSide : shortSide,
      height: isLandscape ? shortSide : longSide,
      content,
      size,
      isFull: false,
      framings,
      quarterTurnShare,
    },
    random,
  );
}
