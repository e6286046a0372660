import type { DigitPool } from '../pages/hand/digitPool';
import { generatePage } from '../pages/generatePage';
import { createRandom } from '../numbers/random';
import { fitCalibration, likeliestDigit, type Calibration } from '../reader/page/confidence';
import type { DetectDigits } from '../reader/detector/detector';
import { contextsOf } from '../reader/page/context';
import { matchDigits } from '../pages/labels/matchDigits';
import type { Detection } from '../reader/detector/decodeDetections';
import { boxInPicture } from '../reader/page/pose';
import { detectPage } from '../reader/page/search/detectPage';

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
  find: DetectDigits,
  { pool, seed, count }: CalibrationPages,
  onPage?: (done: number) => void,
): Promise<Calibration> {
  const random = createRandom(seed);
  const detections: (Detection & { readonly context: number })[] = [];
  const isRight: boolean[] = [];
  for (let page = 0; page < count; page++) {
    const { picture, truth } = generatePage(pool, random.fork());
    const { digits, refused, pose } = await detectPage(picture, find);
    const found = [...digits, ...refused].sort((a, b) => b.score - a.score);
    const contexts = contextsOf(found);
    const answers = found.map((detection) => ({
      box: boxInPicture(detection.box, pose, picture),
      digit: likeliestDigit(detection),
    }));
    matchDigits(answers, truth).forEach(({ verdict }, index) => {
      if (verdict === 'ignored') return;
      detections.push({ ...found[index], context: contexts[index] });
      isRight.push(verdict === 'right');
    });
    onPage?.(page + 1);
  }
  return fitCalibration(detections, isRight);
}
