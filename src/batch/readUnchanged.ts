import type { Outcome } from '../reader/page/outcome';
import { identifyPicture, type BatchPicture } from './batchPicture';
import type { FinishedPicture } from './parts';

/** So often a picture is read that changes while it is. */
const MOST_READINGS = 3;

/**
 * Reads a picture of a batch, and files it under the content that was read: one that changes meanwhile is read again, and
 * given up after three times.
 *
 * @param path where it lies
 * @param batch the batch's id
 * @param read reads it once
 */
export async function readUnchanged(
  { file, key }: BatchPicture,
  path: string,
  batch: string,
  read: () => Promise<readonly Outcome[]>,
): Promise<FinishedPicture> {
  for (let before = key, readings = 1; readings <= MOST_READINGS; readings++) {
    const outcomes = await read();
    const after = identifyPicture(path, batch).key;
    if (after === before) return { file, key: after, outcomes };
    before = after;
  }
  const error = `${file}: expected a picture that stays as it is, found one that changes while it is read`;
  return { file, key, outcomes: [{ file, error }] };
}
