import type { Mark } from './findMarks';
import type { Alternative, DigitReading } from './pageReading';

// A mark that is wider, measured in its own height, is no digit but a dash or a word.
const widest = 1.8;
const leastAlternative = 0.01;

/**
 * Turns the probabilities of a mark into an answer, or into none where the mark cannot be a digit or
 * is too uncertain.
 *
 * @param mark upright
 * @param probabilities of the digits 0 to 9; [10]
 * @param leastConfidence a less likely answer is withheld; 0..1
 * @returns what was read, without its place
 */
export function readMark(
  { ink }: Mark,
  probabilities: ArrayLike<number>,
  leastConfidence: number,
): Omit<DigitReading, 'box'> {
  if (ink.width > widest * ink.height) {
    return { digit: null, confidence: 0, alternatives: [] };
  }
  const candidates: Alternative[] = Array.from(probabilities, (confidence, digit) => ({
    digit,
    confidence: Math.round(confidence * 1e4) / 1e4,
  }))
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ confidence }, rank) => rank === 0 || confidence >= leastAlternative);
  const [likeliest, ...others] = candidates;
  return likeliest.confidence < leastConfidence
    ? { digit: null, confidence: likeliest.confidence, alternatives: candidates }
    : { ...likeliest, alternatives: others };
}
