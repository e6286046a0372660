import { isDoubtful } from '../reader/page/doubt';
import { listReadings } from '../reader/page/listReadings';
import { isRead, type Outcome } from '../reader/page/outcome';
import type { DoubtfulReading } from '../view/doubtfulReadings';
import type { UsePicture } from './usePicture';
import { writeWhole } from '../files/wholeFile';

/** Collects the doubtful marks of pictures. */
export async function collectDoubtful(into: DoubtfulReading[]): Promise<UsePicture> {
  const { doubtfulReadings } = await import('../view/doubtfulReadings.js');
  return (source, picture, reading) => {
    into.push(...doubtfulReadings(source, picture, reading));
    return Promise.resolve();
  };
}

/**
 * Writes the page of the doubtful marks of a batch, and says how many there are.
 *
 * @param readings as {@link collectDoubtful} has collected them
 */
export async function writeSheet(
  path: string,
  outcomes: readonly Outcome[],
  readings: readonly DoubtfulReading[],
): Promise<void> {
  const { doubtSheet, doubtTitle } = await import('../view/doubtSheet.js');
  const digits = outcomes
    .filter(isRead)
    .flatMap(listReadings)
    .filter(({ reading }) => reading.digit !== null || isDoubtful(reading));
  const counts = { digitCount: digits.length, pictureCount: outcomes.length };
  const failed = outcomes.flatMap((outcome) => (isRead(outcome) ? [] : [outcome]));
  writeWhole(path, doubtSheet({ readings, ...counts, failed }));
  console.error(`${path}: ${doubtTitle(readings.length, digits.length)}`);
}
