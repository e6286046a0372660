import type { ClassifyDigits } from '../model/classify';
import type { Box, Picture } from '../data/picture';
import { cutOutDigit } from './cutOutDigit';
import type { Candidate } from './mergeSightings';
import type { SpottedPage } from './spotPage';
import { turnBoxBack } from './turnPlane';

/** What the second look counts, beside the first. */
const SECOND_LOOK = 0.4;

/**
 * Cuts the digits of a page out and brings them to MNIST's form.
 *
 * @param page as it was spotted
 * @param boxes around the digits, in pixels of the picture
 * @returns ink in 0..255; [boxes, 28, 28]
 */
export function cutOutDigits(
  { levels, turn }: Pick<SpottedPage, 'levels' | 'turn'>,
  boxes: readonly Box[],
): Uint8Array {
  const images = new Uint8Array(boxes.length * 28 * 28);
  boxes.forEach((box, index) => {
    images.set(cutOutDigit(levels, box, turn), index * 28 * 28);
  });
  return images;
}

/**
 * Lets a network for single digits look at each digit of a page again; both answers are put together.
 *
 * @returns the digits with the joint probabilities
 */
export async function lookAgain(
  spotted: SpottedPage,
  { width, height }: Picture,
  classify: ClassifyDigits,
): Promise<Candidate[]> {
  const { digits, turn } = spotted;
  if (digits.length === 0) return [];
  const boxes = digits.map(({ box }) => turnBoxBack(box, turn, width, height));
  const answers = await classify(cutOutDigits(spotted, boxes), digits.length);
  return digits.map((candidate, index) => {
    const joint = candidate.probabilities.map(
      (first, digit) => first ** (1 - SECOND_LOOK) * answers[10 * index + digit] ** SECOND_LOOK,
    );
    const total = joint.reduce((sum, value) => sum + value, 1e-30);
    return { ...candidate, probabilities: joint.map((value) => value / total) };
  });
}
