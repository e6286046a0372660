import type { Calibration } from './confidence';
import type { FindDigits } from './spotter';

/** What it takes to read pages. */
export interface PageReader {
  readonly find: FindDigits;
  /** How sure it may be of what it finds. */
  readonly calibration: Calibration;
}
