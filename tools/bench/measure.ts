import { run } from '../../src/processes/childProcess';
import type { Command, Competitor, Quantity } from './row';

/** What one run gave, by the keys of the quantities. */
export type Figures = Readonly<Record<string, number>>;

/** The line of a failed process that says why: the last one that names an error, or else the last one. */
function reasonIn(lines: readonly string[]): string {
  return lines.filter((line) => /^\w*Error\b/.test(line)).at(-1) ?? lines[lines.length - 1];
}

/**
 * Runs a command to its end.
 *
 * @param seed what the run takes its chance from; a whole number from 1
 * @returns the seconds it took and the lines it printed
 * @throws Error where it fails; the message says how it ended
 */
export async function runToEnd(
  { command, args, environment }: Command,
  seed: number,
): Promise<{ seconds: number; lines: readonly string[] }> {
  const start = performance.now();
  const { status, output } = await run(command, args, {
    environment: {
      ...environment,
      BENCH_STARTED: String(Date.now() / 1000),
      BENCH_SEED: String(seed),
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const lines = output.split(/\r?\n/);
  if (status !== 0) throw new Error(`exit code ${status}: ${reasonIn(lines)}`);
  return { seconds, lines };
}

/**
 * Measures one run of a competitor.
 *
 * @param quantities what the run has to tell
 * @param seed what it takes its chance from; a whole number from 1
 * @throws Error where the run fails, does not give the right answer, or does not tell every quantity
 */
export async function measure(
  competitor: Competitor,
  quantities: readonly Quantity[],
  seed: number,
): Promise<Figures> {
  const { seconds, lines } = await runToEnd(competitor, seed);
  const { answer } = competitor;
  if (answer !== undefined && !lines.includes(answer)) {
    throw new Error(`expected the answer ${answer}, found "${lines.join(' ')}"`);
  }
  const told = lines.filter((line) => line.startsWith('{')).at(-1) ?? '{}';
  const figures: Figures = { seconds, ...(JSON.parse(told) as Figures) };
  for (const { key } of quantities) {
    if (!Number.isFinite(figures[key])) {
      throw new Error(`expected a number for ${key}, found ${figures[key]}`);
    }
  }
  return figures;
}
