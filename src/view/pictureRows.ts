import type { Cell } from '../classifier/evaluation/tables';
import { isRead, type Outcome, type ReadPicture } from '../reader/page/outcome';

/** The cells of a row by their columns. */
export type Row = Readonly<Record<string, Cell>>;

/**
 * Lists the rows of a table of readings.
 *
 * @param rowsOf what was read in a picture; where that is nothing, the picture has one row all the same, and one that
 *   could not be read has a row with its error
 */
export function pictureRows(
  outcomes: readonly Outcome[],
  rowsOf: (picture: ReadPicture) => readonly Row[],
): Row[] {
  return outcomes.flatMap((outcome): Row[] => {
    if (!isRead(outcome)) return [{ ...outcome }];
    const { file, page, turn, tilt } = outcome;
    const rows = rowsOf(outcome);
    return (rows.length > 0 ? rows : [{}]).map((row) => ({ file, page, turn, tilt, ...row }));
  });
}
