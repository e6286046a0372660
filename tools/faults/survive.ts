import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../src/numbers/random';
import { differenceOf, halfFile } from './folderState';
import type { Job, Surroundings } from './job';
import { JobRunner, type Found } from './jobRunner';

/** What came of killing a job at many moments. */
export interface Survival {
  readonly name: string;
  readonly moments: number;
  /** How often nothing was lost. */
  readonly survived: number;
  /** Seconds that the job usually takes. */
  readonly seconds: number;
  /** How often a killed process left how much of its work to its successor. */
  readonly left: Readonly<Record<string, number>>;
  /** What went wrong, a text a moment. */
  readonly failures: readonly string[];
}

export interface SurvivalOptions {
  /** How often to kill the job, at least 1. */
  readonly moments: number;
  /** Decides the moments. */
  readonly seed: number;
  /** Called after every moment, with how many are over. */
  readonly onMoment?: (done: number) => void;
}

const nothing: Surroundings = { environment: {}, end: () => undefined };

function checkAfterKill(found: Found, allowed: readonly Found[]): void {
  const half = halfFile(
    found.state,
    allowed.map(({ state }) => state),
  );
  if (half !== undefined) throw new Error(`${half} is neither the earlier nor the new one`);
  const { outcome } = found;
  if (outcome !== undefined && allowed.every((one) => one.outcome !== outcome)) {
    throw new Error('what is there is taken for whole, and is neither the earlier nor the new');
  }
}

function checkAfterAll(found: Found, expected: Found): void {
  const difference = differenceOf(found.state, expected.state);
  if (difference !== undefined) throw new Error(`after the second run ${difference}`);
  if (found.outcome !== expected.outcome) throw new Error('the second run came to something else');
}

/**
 * Kills a job at many moments, each in a new folder, and runs it again undisturbed each time.
 *
 * Half of the moments are drawn from its usual duration, the others from its calls that change files. Nothing is
 * lost where what was there or what was to come is found after the kill, or nothing, and the second run ends with
 * the very files of a run that was never disturbed, and no others.
 *
 * @throws Error where the job fails or its outcome differs without any kill
 */
export async function survive(
  job: Job,
  { moments, seed, onMoment }: SurvivalOptions,
): Promise<Survival> {
  const scratch = mkdtempSync(join(tmpdir(), 'kills-'));
  const { environment, end } = (await job.surround?.()) ?? nothing;
  const runner = new JobRunner(job, scratch, environment);
  try {
    await runner.prepare();
    const before = await runner.before();
    const counting = runner.begin();
    const writes = await runner.countWrites(counting);
    const expected = await runner.look(counting);
    if (expected.outcome === undefined)
      throw new Error('what an undisturbed run leaves is refused');
    const usual = runner.begin();
    const { seconds } = await runner.runUndisturbed(usual);
    checkAfterAll(await runner.look(usual), expected);
    runner.end(counting);
    runner.end(usual);

    const random = createRandom(seed);
    const left: Record<string, number> = {};
    const failures: string[] = [];
    for (let done = 0; done < moments; done++) {
      const moment =
        done % 2 === 0
          ? { seconds: random.uniform() * seconds }
          : { write: random.integer(writes) };
      const folder = runner.begin();
      try {
        await runner.kill(folder, moment);
        const found = await runner.look(folder);
        const remains = job.left(folder);
        left[remains] = (left[remains] ?? 0) + 1;
        checkAfterKill(found, [before, expected]);
        await runner.runUndisturbed(folder);
        checkAfterAll(await runner.look(folder), expected);
      } catch (error) {
        failures.push(`${JSON.stringify(moment)}: ${(error as Error).message}`);
      }
      runner.end(folder);
      onMoment?.(done + 1);
    }
    const survived = moments - failures.length;
    return { name: job.name, moments, survived, seconds, left, failures };
  } finally {
    end();
    rmSync(scratch, { recursive: true, force: true });
  }
}
