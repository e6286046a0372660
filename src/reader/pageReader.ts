import type { DetectDigits } from './detector/detector';
import type { Calibration } from './page/confidence';
import type { ClassifySigns } from './signs/signClassifier';

/** What it takes to read pages. */
export interface PageReader {
  /** Finds digits. */
  readonly find: DetectDigits;
  /** Tells the signs of numbers apart. */
  readonly classifySigns: ClassifySigns;
  /** How sure the reader may be of what it finds. */
  readonly calibration: Calibration;
  /** Frees what the engine holds of it. */
  readonly dispose: () => void;
}
