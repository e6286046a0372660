import type { DigitPool } from '../../pages/hand/digitPool';
import { generatePage } from '../../pages/generatePage';
import { createRandom } from '../../numbers/random';
import { fitCalibration, likeliestDigit, type Calibration } from '../page/confidence';
import type { FindDigits } from '../detector/detector';
import { companiesOf } from '../page/context';
import { matchDigits } from '../../pages/labels/matchDigits';
import type { Candidate } from '../page/mergeDetections';
import { boxInPicture } from '../page/pose';
import { spotPage } from '../page/detectPage';

/** Made-up pages to calibrate with. */
export interface CalibrationPages {
  /** Digits that the network has not learned from. */
  readonly pool: DigitPool;
  readonly seed: number;
  readonly count: number;
}

/**
 * Finds out how sure a reader may be: reads made-up pages, and compares its answers with what they say.
 *
 * @param onPage called after every page with how many are done
 */
export async function calibrateReader(
  find: FindDigits,
  { pool, seed, count }: CalibrationPages,
  onPage?: (done: number) => void,
): Promise<Calibration> {
  const random = createRandom(seed);
  const candidates: (Candidate & { readonly company: number })[] = [];
  const isRight: boolean[] = [];
  for (let page = 0; page < count; page++) {
    const { picture, truth } = generatePage(pool, random.fork());
    const { digits, refused, pose } = await spotPage(picture, find);
    const found = [...digits, ...refused].sort((a, b) => b.score - a.score);
    const companies = companiesOf(found);
    const answers = found.map((candidate) => ({
      box: boxInPicture(candidate.box, pose, picture),
      digit: likeliestDigit(candidate),
    }));
    matchDigits(answers, truth).forEach(({ verdict }, index) => {
      if (verdict === 'ignored') return;
      candidates.push({ ...found[index], company: companies[index] });
      isRight.push(verdict === 'right');
    });
    onPage?.(page + 1);
  }
  return fitCalibration(candidates, isRight);
}
