import type { Random } from '../random';
import { factorBetween, happens, pickWeighted } from './chance';
import type { DigitPool } from './digitPool';
import type { LabelledPage } from './labelledPage';
import { makePicture } from './makePicture';
import { contents, pictures, sizes } from './traits';

/**
 * Makes a photo or scan of a page of handwritten numbers, or of something without numbers.
 *
 * What can occur, and how often, stands in `traits.ts`.
 *
 * @param pool whose digits are written: training digits to learn from, validation digits to choose by
 * @param random decides everything
 */
export function generatePage(pool: DigitPool, random: Random): LabelledPage {
  const longSide = Math.round(factorBetween(random, pictures.side));
  const shortSide = Math.round(longSide * Number(pickWeighted(random, pictures.aspects)));
  const content = pickWeighted(random, contents.page);
  const isLandscape = content === 'line' || happens(random, pictures.landscapeShare);
  const range = content === 'single' ? sizes.page.single : sizes.page.usual;
  const size = Math.max(sizes.page.least, shortSide * factorBetween(random, range));
  return makePicture(
    pool,
    {
      width: isLandscape ? longSide : shortSide,
      height: isLandscape ? shortSide : longSide,
      content,
      size,
      isFull: false,
    },
    random,
  );
}
