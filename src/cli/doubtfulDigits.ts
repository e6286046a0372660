import { writeFileSync } from 'node:fs';
import { isDoubtful } from '../reader/page/doubt';
import { listMarks } from '../reader/page/listReadings';
import { isRead, type Outcome } from '../reader/page/outcome';
import type { DoubtfulMark } from '../view/doubtfulMarks';
import type { UsePicture } from './usePicture';

/** Collects the doubtful marks of pictures. */
export async function collectDoubtful(into: DoubtfulMark[]): Promise<UsePicture> {
  const { doubtfulMarks } = await import('../view/doubtfulMarks.js');
  return (file, picture, reading) => {
    into.push(...doubtfulMarks(file, picture, reading));
    return Promise.resolve();
  };
}

/**
 * Writes the page of the doubtful marks of a batch, and says how many there are.
 *
 * @param marks as {@link collectDoubtful} has collected them
 */
export async function writeSheet(
  path: string,
  outcomes: readonly Outcome[],
  marks: readonly DoubtfulMark[],
): Promise<void> {
  const { doubtSheet, doubtTitle } = await import('../view/doubtSheet.js');
  const digits = outcomes
    .filter(isRead)
    .flatMap(listMarks)
    .filter(({ mark }) => mark.digit !== null || isDoubtful(mark));
  const counts = { digitCount: digits.length, pictureCount: outcomes.length };
  const failed = outcomes.flatMap((outcome) => (isRead(outcome) ? [] : [outcome]));
  writeFileSync(path, doubtSheet({ marks, ...counts, failed }));
  console.error(`${path}: ${doubtTitle(marks.length, digits.length)}`);
}
