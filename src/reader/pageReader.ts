import type { DetectDigits } from './detector/detector';
import type { ReadStrips } from './line/lineReader';
import type { Calibration } from './page/confidence';
import type { LineCalibration } from './page/lineConfidence';

/** What it takes to read pages. */
export interface PageReader {
  /** Finds digits. */
  readonly find: DetectDigits;
  /** Reads lines: digits, signs and spaces. */
  readonly readStrips: ReadStrips;
  /** How sure the reader may be of the digits that it finds alone. */
  readonly calibration: Calibration;
  /** How sure it may be of what it reads in lines. */
  readonly lineCalibration: LineCalibration;
  /** Frees what the engine holds of it. */
  readonly dispose: () => void;
}
