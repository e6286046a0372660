import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../numbers/random';
import { projectFolder } from '../files/projectFolder';
import { differenceOf, halfFile, readState, type FolderState } from './folderState';
import type { Job, Surroundings } from './job';
import { runKilled, type Ended } from './runKilled';

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

/** What a folder holds, and what someone who uses it gets. */
interface Found {
  readonly state: FolderState;
  readonly outcome: string | undefined;
}

/** When to kill: after some seconds, or in the midst of a call that changes files. */
type Moment = { readonly seconds: number } | { readonly write: number };

const nothing: Surroundings = { environment: {}, end: () => undefined };

/** A job in a folder of its own, as often as it is asked for. */
class Trial {
  private count = 0;

  constructor(
    private readonly job: Job,
    private readonly scratch: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  private get template(): string {
    return join(this.scratch, 'before');
  }

  async prepare(): Promise<void> {
    mkdirSync(this.template);
    await this.job.prepare?.(this.template);
  }

  /** A folder with what the job finds there. */
  begin(): string {
    const folder = join(this.scratch, String(this.count++));
    cpSync(this.template, folder, { recursive: true });
    return folder;
  }

  end(folder: string): void {
    rmSync(folder, { recursive: true });
  }

  async look(folder: string): Promise<Found> {
    const { outcome, isVolatile = () => false } = this.job;
    return { state: readState(folder, isVolatile), outcome: await outcome(folder) };
  }

  before(): Promise<Found> {
    return this.look(this.template);
  }

  async runUndisturbed(folder: string, environment: Record<string, string> = {}): Promise<Ended> {
    const ended = await this.run(folder, environment);
    if (ended.status === 0) return ended;
    throw new Error(`expected exit code 0, found ${ended.status}: ${ended.told.trim()}`);
  }

  kill(folder: string, moment: Moment): Promise<Ended> {
    return 'seconds' in moment
      ? this.run(folder, {}, moment.seconds)
      : this.run(folder, { DIE_AT_WRITE: String(moment.write) });
  }

  /** How often an undisturbed run changes files, as far as Node's own calls tell. */
  async countWrites(folder: string): Promise<number> {
    const counter = join(this.scratch, 'writes');
    await this.runUndisturbed(folder, { COUNT_WRITES: counter });
    return Number(readFileSync(counter, 'utf8'));
  }

  private run(
    folder: string,
    environment: Record<string, string>,
    seconds?: number,
  ): Promise<Ended> {
    const hook = join(projectFolder(), 'dist', 'faults', 'dieAtWrite.js');
    const args = ['--require', hook, ...this.job.args(folder)];
    return runKilled(args, { ...this.environment, ...environment }, seconds);
  }
}

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
  const trial = new Trial(job, scratch, environment);
  try {
    await trial.prepare();
    const before = await trial.before();
    const counting = trial.begin();
    const writes = await trial.countWrites(counting);
    const expected = await trial.look(counting);
    const usual = trial.begin();
    const { seconds } = await trial.runUndisturbed(usual);
    checkAfterAll(await trial.look(usual), expected);
    trial.end(counting);
    trial.end(usual);

    const random = createRandom(seed);
    const left: Record<string, number> = {};
    const failures: string[] = [];
    for (let done = 0; done < moments; done++) {
      const moment =
        done % 2 === 0
          ? { seconds: random.uniform() * seconds }
          : { write: random.integer(writes) };
      const folder = trial.begin();
      try {
        await trial.kill(folder, moment);
        const found = await trial.look(folder);
        const remains = job.left(folder);
        left[remains] = (left[remains] ?? 0) + 1;
        checkAfterKill(found, [before, expected]);
        await trial.runUndisturbed(folder);
        checkAfterAll(await trial.look(folder), expected);
      } catch (error) {
        failures.push(`${JSON.stringify(moment)}: ${(error as Error).message}`);
      }
      trial.end(folder);
      onMoment?.(done + 1);
    }
    const survived = moments - failures.length;
    return { name: job.name, moments, survived, seconds, left, failures };
  } finally {
    end();
    rmSync(scratch, { recursive: true, force: true });
  }
}
