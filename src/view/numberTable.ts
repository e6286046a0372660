import pl from 'nodejs-polars';
import { tabulate } from '../classifier/evaluation/tables';
import type { Outcome, ReadPicture } from '../reader/page/outcome';
import { pictureRows, type Row } from './pictureRows';

function numberRows({ lines }: ReadPicture): Row[] {
  return lines.flatMap((line, lineAt) =>
    line.numbers.map(({ text, value, confidence, box, alternatives }, at) => ({
      line: lineAt + 1,
      number: at + 1,
      text,
      value: value ?? undefined,
      confidence,
      ...box,
      second: alternatives.at(0)?.text,
      secondConfidence: alternatives.at(0)?.confidence,
      lineText: line.text,
    })),
  );
}

/**
 * Tabulates what was read in pictures: a row a number, in the order of the text.
 *
 * @param outcomes a picture that could not be read, or has no numbers, has one row
 * @returns `file`, and the `page` of it where it has several; `line`, and `number` in it, from 1 on; the number's `text`
 * as it is written, its `value`, empty for dates, times and what was not read whole, and its `confidence` (0 to 1); the
 * box in pixels, `x1` and `y1` just outside; what else it may be, `second`, and the confidence of that; the text of the
 * whole line, `lineText`; `turn` and `tilt` of the page in degrees; `error`, why a picture could not be read
 */
export function numberTable(outcomes: readonly Outcome[]): pl.DataFrame {
  return tabulate<string>(pictureRows(outcomes, numberRows), {
    file: pl.Utf8,
    page: pl.Int32,
    line: pl.Int32,
    number: pl.Int32,
    text: pl.Utf8,
    value: pl.Float64,
    confidence: pl.Float64,
    x0: pl.Int32,
    y0: pl.Int32,
    x1: pl.Int32,
    y1: pl.Int32,
    second: pl.Utf8,
    secondConfidence: pl.Float64,
    lineText: pl.Utf8,
    turn: pl.Int32,
    tilt: pl.Float64,
    error: pl.Utf8,
  });
}
