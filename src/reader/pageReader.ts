import type { Calibration } from './page/confidence';
import type { DetectDigits } from './detector/detector';

/** What it takes to read pages. */
export interface PageReader {
  readonly find: DetectDigits;
  /** How sure it may be of what it finds. */
  readonly calibration: Calibration;
  /** Frees what the engine holds of it. */
  readonly dispose: () => void;
}
