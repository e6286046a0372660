import { createDetector } from './detector/detector';
import type { FoldedDetector } from './detector/detectorWeights';
import { decodeLineReader } from './line/lineBytes';
import { createLineReader } from './line/lineReader';
import type { Calibration } from './page/confidence';
import type { LineCalibration } from './page/lineConfidence';
import type { PageReader } from './pageReader';

/** What a page reader is made of. */
export interface ReaderParts {
  readonly folded: FoldedDetector;
  /** The network that reads lines, as `encodeLineReader` writes it. */
  readonly lines: Uint8Array;
  readonly calibration: Calibration;
  readonly lineCalibration: LineCalibration;
}

/**
 * Brings a page reader to the engine that runs.
 *
 * @throws RangeError where the network that reads lines is damaged
 */
export function createPageReader({
  folded,
  lines,
  calibration,
  lineCalibration,
}: ReaderParts): PageReader {
  const find = createDetector(folded);
  const readStrips = createLineReader(decodeLineReader(lines));
  return {
    find,
    readStrips,
    calibration,
    lineCalibration,
    dispose: () => {
      find.dispose();
      readStrips.dispose();
    },
  };
}
