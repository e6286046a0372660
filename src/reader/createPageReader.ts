import { createDetector } from './detector/detector';
import type { FoldedDetector } from './detector/detectorWeights';
import type { Calibration } from './page/confidence';
import type { PageReader } from './pageReader';
import { decodeSigns } from './signs/signBytes';
import { createSignClassifier } from './signs/signClassifier';

/** What a page reader is made of. */
export interface ReaderParts {
  readonly folded: FoldedDetector;
  /** The network that tells signs apart, as `encodeSigns` writes it. */
  readonly signs: Uint8Array;
  readonly calibration: Calibration;
}

/**
 * Brings a page reader to the engine that runs.
 *
 * @throws RangeError where the network of signs is damaged
 */
export function createPageReader({ folded, signs, calibration }: ReaderParts): PageReader {
  const find = createDetector(folded);
  const classifySigns = createSignClassifier(decodeSigns(signs));
  return {
    find,
    classifySigns,
    calibration,
    dispose: () => {
      find.dispose();
      classifySigns.dispose();
    },
  };
}
