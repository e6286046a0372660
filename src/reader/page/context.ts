import { sizeOf } from '../detector/digitSizes';
import { evidenceOf, type Candidate } from './mergeDetections';

/** Marks whose sizes differ by more than this factor say nothing of each other. */
const LIKE_SIZE = 2;

/**
 * How clear the marks of a page are that each one stands among: the mean evidence of those of like size, its own
 * included. What looks like a digit among marks that hardly do is likely a letter or a part of a drawing.
 *
 * @param candidates all marks of a page, those that were refused too
 * @returns in 0..1, for each of them
 */
export function companiesOf(candidates: readonly Candidate[]): number[] {
  const marks = candidates.map((candidate) => ({
    size: sizeOf(candidate.box),
    evidence: evidenceOf(candidate),
  }));
  return marks.map(({ size }) => {
    const alike = marks.filter(
      (other) => other.size <= LIKE_SIZE * size && size <= LIKE_SIZE * other.size,
    );
    return alike.reduce((sum, { evidence }) => sum + evidence, 0) / alike.length;
  });
}
