import type { ClassifyDigits } from '../../classifier/classify';
import { cutOutDigit } from './cutOutDigit';
import type { Detection } from '../detector/decodeDetections';
import type { DetectedPage } from './search/detectPage';
import { turnBoxBack } from '../../picture/quarterTurn';

/** What the second look counts, beside the first. */
const SECOND_LOOK = 0.4;

/**
 * Cuts digits of a page out and brings them to MNIST's form.
 *
 * @param page as it was detected
 * @param digits of it
 * @returns ink in 0..255; [digits, 28, 28]
 */
export function cutOutDigits(
  { levels, pose }: Pick<DetectedPage, 'levels' | 'pose'>,
  digits: readonly Pick<Detection, 'box'>[],
): Uint8Array {
  const [{ scale, contrast }] = levels;
  const [width, height] = [contrast.width / scale, contrast.height / scale];
  const images = new Uint8Array(digits.length * 28 * 28);
  digits.forEach(({ box }, index) => {
    const asItLies = turnBoxBack(box, pose.turn, width, height);
    images.set(cutOutDigit(levels, asItLies, pose.turn), index * 28 * 28);
  });
  return images;
}

/**
 * Lets a network for single digits look at each digit of a page again; both answers are put together.
 *
 * @returns the digits with the joint probabilities
 */
export async function lookAgain(
  detected: DetectedPage,
  classify: ClassifyDigits,
): Promise<Detection[]> {
  const { digits } = detected;
  if (digits.length === 0) return [];
  const answers = await classify(cutOutDigits(detected, digits), digits.length);
  return digits.map((detection, index) => {
    const joint = detection.probabilities.map(
      (first, digit) => first ** (1 - SECOND_LOOK) * answers[10 * index + digit] ** SECOND_LOOK,
    );
    const total = joint.reduce((sum, value) => sum + value, 1e-30);
    return { ...detection, probabilities: joint.map((value) => value / total) };
  });
}
