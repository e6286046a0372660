import pl from 'nodejs-polars';
import type { Evaluation } from './evaluation';
import type { EpochResult } from './training';

/** Tabulates a training: a row an epoch, a column a figure. */
export function historyTable(history: readonly EpochResult[]): pl.DataFrame {
  return pl.DataFrame(history.map((result) => ({ ...result })));
}

/** Tabulates how well each digit is recognised: a row a digit. */
export function classTable({ perClass }: Pick<Evaluation, 'perClass'>): pl.DataFrame {
  return pl.DataFrame(perClass.map((result) => ({ ...result })));
}

/** Tabulates which digits were taken for which others, the most frequent confusion first. */
export function confusionTable({ confusion }: Pick<Evaluation, 'confusion'>): pl.DataFrame {
  const rows = confusion.flatMap((answers, digit) =>
    answers.map((count, answer) => ({ digit, answer, count })),
  );
  const confusions = rows.filter(({ digit, answer, count }) => digit !== answer && count > 0);
  return pl.DataFrame(confusions.sort((a, b) => b.count - a.count));
}
