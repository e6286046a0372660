import type { Box } from '../../picture/box';
import type { Detection } from '../detector/decodeDetections';
import { confidenceIn, likeliestDigit, type Calibration } from './confidence';
import { contextsOf } from './context';
import type { Alternative, DigitReading, RefusalReason } from './pageReading';
import type { Selection } from './selectDigits';

/** What tells how sure a reading is, and where it stands. */
interface Reading {
  readonly calibration: Calibration;
  /** The least probability of an answer; 0..1. */
  readonly minConfidence: number;
  /** Brings a box of the page into its picture. */
  readonly toPicture: (box: Box) => Box;
}

type MaybeRefused = Detection & { readonly reason?: RefusalReason };

/** Why there is no answer where one would be less likely than is asked for. */
const UNSURE: RefusalReason = 'less sure than asked for';
/** Less likely alternatives are not told. */
const MIN_ALTERNATIVE = 0.01;

/**
 * Says what each detection of a page is, and how sure that is.
 *
 * @returns first the digits, then what was refused
 */
export function readDetections(
  { digits, refused }: Selection,
  { calibration, minConfidence, toPicture }: Reading,
): DigitReading[] {
  const detections: readonly MaybeRefused[] = [...digits, ...refused];
  const contexts = contextsOf(detections);
  return detections.map((detection, at) => {
    const confidence = confidenceIn({ ...detection, context: contexts[at] }, calibration);
    const reason = detection.reason ?? (confidence < minConfidence ? UNSURE : undefined);
    const [likeliest, ...others] = alternativesOf(detection, confidence);
    return {
      ...(reason === undefined ? { digit: likeliest.digit } : { digit: null, reason }),
      confidence: rounded(confidence),
      box: toPicture(detection.box),
      alternatives: reason === undefined ? others : [likeliest, ...others],
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
