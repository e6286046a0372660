import { cpSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindOf, type FuzzCase } from './runCase';
import type { TargetAnswer } from './target';
import { createTarget, type Target } from './targetProcess';

/** What every case is held to: seconds of work, and bytes. */
const MAX_SECONDS = 10;
const MAX_MEMORY = 1.5e9;
/** Seconds after which a case is ended that does not work either. */
const PATIENCE = 100;

export interface FuzzOptions {
  readonly seed: number;
  /** The first case's number. @default 0 */
  readonly first?: number;
  /** How many cases to run. */
  readonly cases: number;
  /** Ends earlier, after so many seconds. @default never */
  readonly budget?: number;
  /** Only kinds of these names. @default all */
  readonly kinds?: readonly string[];
  /** Where the files of failed cases are kept. @default nowhere */
  readonly out?: string;
  /** Called after each case. */
  readonly onCase?: (done: number) => void;
  readonly onFailure?: (failure: Failure) => void;
}

/** A case that broke a promise; its seed and number make it again. */
export interface Failure {
  readonly seed: number;
  readonly number: number;
  readonly kind: string;
  /** For people: what is wrong. */
  readonly message: string;
  /** Where its files are kept. */
  readonly files: string | undefined;
}

/** How the cases of a kind went. */
export interface KindSummary {
  readonly kind: string;
  read: number;
  refused: number;
  failed: number;
  /** The longest that a case took. */
  seconds: number;
  /** The most memory that the process of a case held, in bytes. */
  memory: number;
}

export interface FuzzReport {
  readonly kinds: readonly KindSummary[];
  readonly failures: readonly Failure[];
}

/** What is wrong with how a case ended, seen from outside. */
function brokenLimit({ seconds, memory }: TargetAnswer): string | undefined {
  if (seconds > MAX_SECONDS) return `took ${seconds.toFixed(1)} s, expected at most ${MAX_SECONDS}`;
  if (memory > MAX_MEMORY)
    return `took ${(memory / 1e9).toFixed(2)} GB of memory, expected at most ${MAX_MEMORY / 1e9}`;
  return undefined;
}

/**
 * Puts made-up and damaged files before all that reads files, each case in a process that is watched.
 *
 * Every case must end within 10 s and 1.5 GB in a right answer, or in an error that names the file and says in one
 * line what was expected and what was found; nothing may be printed, and no file left.
 */
export async function fuzz({
  seed,
  first = 0,
  cases,
  ...options
}: FuzzOptions): Promise<FuzzReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const target = createTarget(join(scratch, 'printed'), PATIENCE);
  const summaries = new Map<string, KindSummary>();
  const failures: Failure[] = [];
  const start = performance.now();
  try {
    for (let number = first, done = 0; done < cases; number++) {
      const { name: kind } = kindOf(number);
      if (options.kinds && !options.kinds.includes(kind)) continue;
      if ((performance.now() - start) / 1000 > (options.budget ?? Infinity)) break;
      const folder = join(scratch, 'case');
      const result = await runWatched(target, { seed, number, folder });
      summarize(summaries, kind, result);
      if (result.outcome === 'failed') {
        const files = options.out && keepFiles(folder, join(options.out, `${seed}-${number}`));
        const failure = { seed, number, kind, message: result.message, files };
        failures.push(failure);
        options.onFailure?.(failure);
      }
      options.onCase?.(++done);
    }
  } finally {
    target.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  return { kinds: [...summaries.values()], failures };
}

/** Runs a case; where it was too slow or too large, once more in a new process: others may have been the cause. */
async function runWatched(target: Target, fuzzCase: FuzzCase): Promise<TargetAnswer> {
  const answer = await target.run(fuzzCase);
  if (brokenLimit(answer) === undefined) return answer;
  target.stop();
  const again = await target.run(fuzzCase);
  target.stop();
  const message = brokenLimit(again);
  return message === undefined ? again : { ...again, outcome: 'failed', message };
}

function summarize(
  summaries: Map<string, KindSummary>,
  kind: string,
  { outcome, seconds, memory }: TargetAnswer,
): void {
  const summary = summaries.get(kind) ?? {
    kind,
    read: 0,
    refused: 0,
    failed: 0,
    seconds: 0,
    memory: 0,
  };
  summary[outcome]++;
  summary.seconds = Math.max(summary.seconds, seconds);
  summary.memory = Math.max(summary.memory, memory);
  summaries.set(kind, summary);
}

function keepFiles(folder: string, place: string): string {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  cpSync(folder, place, { recursive: true });
  return place;
}
