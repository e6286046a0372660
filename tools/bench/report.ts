import { markdownTable } from '../../src/view/markdownTable';
import { describeMachine } from './machine';
import type { Result, RowResult } from './results';
import { titleOf, type Quantity } from './row';
import { summarize, figureText } from './statistics';

function cell({ values, missing }: Result, { key, digits }: Quantity): string {
  if (missing !== undefined) return 'not installed';
  if (values[key].length === 0) return 'failed';
  const { median, min, max } = summarize(values[key]);
  const [middle, from, to] = [median, min, max].map((value) => figureText(value, digits));
  return from === to ? middle : `${middle} (${from}–${to})`;
}

/** How many times the median of the baseline a competitor's is; empty where one of them has none. */
function ratio(result: Result, baseline: Result, { key }: Quantity): string {
  if (result.values[key].length === 0 || baseline.values[key].length === 0) return '';
  const [own, other] = [result, baseline].map(({ values }) => summarize(values[key]).median);
  return figureText(own / other);
}

/** The medians of a row, with the least and the most, and how they compare to the baseline's. */
export function rowTable({ quantities, baseline, results }: RowResult): string {
  const compared = results.find(({ name }) => name === baseline);
  const columns = quantities.flatMap((quantity) => {
    const { better } = quantity;
    const named = titleOf(quantity);
    const figures = {
      header: better === undefined ? named : `${named}, ${better} is better`,
      of: (result: Result) => cell(result, quantity),
    };
    if (compared === undefined || better === undefined) return [figures];
    const times = {
      header: `times ${compared.name}`,
      of: (result: Result) => ratio(result, compared, quantity),
    };
    return [figures, times];
  });
  return markdownTable([
    ['', ...columns.map(({ header }) => header)],
    ...results.map((result) => [result.name, ...columns.map((column) => column.of(result))]),
  ]);
}

/** What went wrong in a row, a line a competitor. */
export function failuresOf({ results, repeats }: RowResult): string[] {
  return results
    .filter(({ failures }) => failures.length > 0)
    .map(({ name, failures }) => {
      const reasons = [...new Set(failures)].join('; ');
      return `${name}: ${failures.length} of ${repeats} runs failed: ${reasons}`;
    });
}

/** Where the plot of a row lies, beside the report. */
export function plotName({ name }: Pick<RowResult, 'name'>): string {
  return `benchmarks-${name}`;
}

/** What each competitor runs; those that run the same are listed together. */
function accounts(results: readonly Result[]): string[] {
  const byAccount = new Map<string, string[]>();
  for (const { name, runs } of results) {
    byAccount.set(runs, [...(byAccount.get(runs) ?? []), name]);
  }
  return Array.from(byAccount, ([runs, names]) => {
    const who = byAccount.size === 1 ? 'all' : names.join('; ');
    return `- ${who}: ${runs}.`;
  });
}

/** When and how a row was measured; on which machine where the report names more than one. */
function origin({ number, repeats, date, machine }: RowResult, isMachineKnown: boolean): string {
  const where = isMachineKnown ? '' : `, on: ${describeMachine(machine)}`;
  return `\`npm run bench -- --rows ${number} --repeats ${repeats}\`, ${date}${where}`;
}

function describeRow(row: RowResult, isMachineKnown: boolean): string {
  const { number, title, about, results } = row;
  const failures = failuresOf(row).map((failure) => `- **${failure}**`);
  return [
    `## ${number}. ${title}`,
    about,
    rowTable(row),
    ...(failures.length > 0 ? [failures.join('\n')] : []),
    `![${title}](${plotName(row)}.png)`,
    accounts(results).join('\n'),
    origin(row, isMachineKnown),
  ].join('\n\n');
}

/**
 * Writes the report of all rows in Markdown.
 *
 * @param rows in the order of their numbers
 */
export function report(rows: readonly RowResult[]): string {
  const machines = [...new Set(rows.map(({ machine }) => describeMachine(machine)))];
  const isMachineKnown = machines.length === 1;
  const parts = [
    '# Benchmarks',
    '`npm run bench` writes this page from `benchmarks.json`, which holds every measurement. Figures are ' +
      'medians, with the minimum and maximum in brackets. Every measurement runs in a fresh process. The ' +
      'competitors of a row take turns, so that a busy machine slows all of them.',
    'To repeat the measurements on an idle machine:',
    [
      '```bash',
      'npm run bench -- --install   # first installs the peers of bench/requirements.txt into bench/.venv',
      'npm run bench -- --rows 1,3  # only these rows',
      '```',
    ].join('\n'),
    ...(isMachineKnown ? [`Measured on: ${machines[0]}.`] : []),
    ...rows.map((row) => describeRow(row, isMachineKnown)),
  ];
  return `${parts.join('\n\n')}\n`;
}
