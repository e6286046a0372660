import type { DigitReading } from './pageReading';

/** An answer is doubtful below the first confidence, a mark without an answer above the second; 0..1. */
export const doubt = { sureAnswer: 0.9, unlikelyMark: 0.3 } as const;

/** Whether a person should look at a mark: at an answer that is not sure, or at a refused likely digit. */
export function isDoubtful({ digit, confidence }: DigitReading): boolean {
  return digit === null ? confidence > doubt.unlikelyMark : confidence < doubt.sureAnswer;
}
