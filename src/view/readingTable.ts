import pl from 'nodejs-polars';
import { tabulate } from '../classifier/evaluation/tables';
import { guessesOf, listReadings, type PlacedReading } from '../reader/page/listReadings';
import type { Outcome } from '../reader/page/outcome';
import type { Alternative } from '../reader/page/pageReading';
import { pictureRows, type Row } from './pictureRows';

/** What a mark fills the columns with. */
function readingCells({ reading, line, place, text }: PlacedReading): Row {
  const [likeliest, second] = guessesOf(reading) as [Alternative, Alternative?];
  const { x0, y0, x1, y1 } = reading.box;
  return {
    line,
    place,
    digit: reading.digit ?? undefined,
    reason: reading.reason,
    likeliest: likeliest.digit,
    confidence: reading.confidence,
    ...{ x0, y0, x1, y1 },
    second: second?.digit,
    secondConfidence: second?.confidence,
    text,
  };
}

/**
 * Tabulates what was read in pictures: a row a mark, in the order of the text.
 *
 * @param outcomes a picture that could not be read, or has no marks, has one row
 * @returns `file`, and the `page` of it where it has several; `line` and `place` in it, from 1 on, empty for a refused mark that stands in no line;
 * `digit`, empty where there is no answer, and the `reason` for that; the `likeliest` digit and its
 * `confidence` (0 to 1); the box in pixels, `x1` and `y1` just outside; the `second` likeliest digit and
 * its confidence; the `text` of the line; `turn` and `tilt` of the page in degrees; `error`, why a picture
 * could not be read
 */
export function readingTable(outcomes: readonly Outcome[]): pl.DataFrame {
  const rows = pictureRows(outcomes, (picture) => listReadings(picture).map(readingCells));
  return tabulate<string>(rows, {
    file: pl.Utf8,
    page: pl.Int32,
    line: pl.Int32,
    place: pl.Int32,
    digit: pl.Int32,
    reason: pl.Utf8,
    likeliest: pl.Int32,
    confidence: pl.Float64,
    x0: pl.Int32,
    y0: pl.Int32,
    x1: pl.Int32,
    y1: pl.Int32,
    second: pl.Int32,
    secondConfidence: pl.Float64,
    text: pl.Utf8,
    turn: pl.Int32,
    tilt: pl.Float64,
    error: pl.Utf8,
  });
}
