import type { Box } from '../../picture/box';
import type { Detection } from '../detector/decodeDetections';
import { confidenceIn, likeliestDigit, type Calibration } from './confidence';
import { contextsOf } from './context';
import type { Alternative, DigitReading, RefusalReason } from './pageReading';

/** What tells how sure a mark is, and where it stands. */
interface Reading {
  readonly calibration: Calibration;
  /** Brings a box of the page into its picture. */
  readonly toPicture: (box: Box) => Box;
}

type MaybeRefused = Detection & { readonly reason?: RefusalReason };

/** Why a mark has no answer that looks like a digit, but stands in no number. */
const OUTSIDE: RefusalReason = 'part of no number';
/** Less likely alternatives are not told. */
const MIN_ALTERNATIVE = 0.01;

/**
 * Says what the marks of a page that stand in no number may be.
 *
 * @param detections all marks of the page, since how sure one is depends on the others
 */
export function readDetections(
  detections: readonly MaybeRefused[],
  { calibration, toPicture }: Reading,
): DigitReading[] {
  const contexts = contextsOf(detections);
  return detections.map((detection, at): DigitReading => {
    const confidence = confidenceIn({ ...detection, context: contexts[at] }, calibration);
    return {
      digit: null,
      reason: detection.reason ?? OUTSIDE,
      confidence: rounded(confidence),
      box: toPicture(detection.box),
      alternatives: alternativesOf(detection, confidence),
    };
  });
}

/**
 * What a mark may be, likeliest first. Other digits share, as the network weighs them, what the confidence
 * leaves; less, where it is the digit itself that is doubtful.
 */
function alternativesOf({ probabilities }: Detection, confidence: number): Alternative[] {
  const most = Math.max(...probabilities);
  const rest = Math.max(1e-9, 1 - most);
  const shareOf = (probability: number): number =>
    Math.min((confidence * probability) / most, ((1 - confidence) * probability) / rest);
  const likeliest = likeliestDigit({ probabilities });
  return Array.from(probabilities, (probability, digit) => ({
    digit,
    confidence: rounded(digit === likeliest ? confidence : shareOf(probability)),
  }))
    .sort((a, b) => b.confidence - a.confidence)
    .filter((alternative, rank) => rank === 0 || alternative.confidence >= MIN_ALTERNATIVE);
}

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;
