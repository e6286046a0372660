import type { Machine } from './machine';
import { measure, runToEnd, type Figures } from './measure';
import type { Result, RowResult } from './results';
import type { Command, Competitor, Quantity, Row } from './row';
import { figureText } from './statistics';

/** What came of one run: figures, or why there are none. */
type Outcome = { readonly name: string } & (
  { readonly figures: Figures } | { readonly failure: string }
);

/** The package that a command needs and the machine lacks; undefined where nothing is missing. */
function missingFor({ needs }: Command, { versions }: Machine): string | undefined {
  return needs === undefined || needs in versions ? undefined : needs;
}

async function prepare(preparations: readonly Command[], machine: Machine): Promise<void> {
  for (const preparation of preparations) {
    if (missingFor(preparation, machine) !== undefined) continue;
    try {
      await runToEnd(preparation, 1);
    } catch (error) {
      // Those who need what was to be made here fail for the lack of it.
      console.error(`  preparation failed: ${(error as Error).message}`);
    }
  }
}

async function attempt(competitor: Competitor, row: Row, round: number): Promise<Outcome> {
  const { name } = competitor;
  try {
    return { name, figures: await measure(competitor, row.quantities, round) };
  } catch (error) {
    return { name, failure: (error as Error).message };
  }
}

function describeOutcome(outcome: Outcome, quantities: readonly Quantity[]): string {
  const account =
    'failure' in outcome
      ? `failed: ${outcome.failure}`
      : quantities.map(({ key, unit }) => `${figureText(outcome.figures[key])} ${unit}`).join(', ');
  return `${outcome.name}: ${account}`;
}

function resultOf(
  { name, runs, point }: Competitor,
  quantities: readonly Quantity[],
  outcomes: readonly Outcome[],
): Result {
  const own = outcomes.filter((outcome) => outcome.name === name);
  const figures = own.flatMap((outcome) => ('figures' in outcome ? [outcome.figures] : []));
  return {
    name,
    runs,
    ...(point && { point }),
    values: Object.fromEntries(quantities.map(({ key }) => [key, figures.map((of) => of[key])])),
    failures: own.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : [])),
  };
}

/**
 * Measures a row: all competitors in turn, and again from the first one, so that what slows the machine
 * for a while slows all of them. A failure is told and kept, and the others go on.
 *
 * @param repeats how often each competitor runs, at least 1
 * @param machine knows which peers are installed; the others are left out by name
 */
export async function runRow(row: Row, repeats: number, machine: Machine): Promise<RowResult> {
  const { preparations, competitors, ...told } = row;
  console.error(`${row.number}. ${row.title}`);
  const missing = new Map<Competitor, string>();
  for (const competitor of competitors) {
    const lack = missingFor(competitor, machine);
    if (lack === undefined) continue;
    missing.set(competitor, lack);
    console.error(`  ${competitor.name}: skipped, there is no ${lack}`);
  }
  await prepare(preparations, machine);
  const outcomes: Outcome[] = [];
  for (let round = 1; round <= repeats; round++) {
    for (const competitor of competitors.filter((one) => !missing.has(one))) {
      const outcome = await attempt(competitor, row, round);
      outcomes.push(outcome);
      console.error(`  run ${round} of ${repeats}, ${describeOutcome(outcome, row.quantities)}`);
    }
  }
  return {
    ...told,
    date: new Date().toISOString().slice(0, 10),
    repeats,
    machine,
    results: competitors.map((competitor) => {
      const lack = missing.get(competitor);
      return {
        ...resultOf(competitor, row.quantities, outcomes),
        ...(lack !== undefined && { missing: lack }),
      };
    }),
  };
}
