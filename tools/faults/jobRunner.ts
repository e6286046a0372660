import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readState, type FolderState } from './folderState';
import type { Job } from './job';
import { runKilled, type Ended } from './runKilled';
import { compiledTool } from '../compiled';

/** What a folder holds, and what someone who uses it gets. */
export interface Found {
  readonly state: FolderState;
  readonly outcome: string | undefined;
}

/** When to kill: after some seconds, or in the midst of a call that changes files. */
export type Moment = { readonly seconds: number } | { readonly write: number };

/** Does a job as often as it is asked for, each time in a new folder. */
export class JobRunner {
  private count = 0;

  constructor(
    private readonly job: Job,
    private readonly scratch: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  private get template(): string {
    return join(this.scratch, 'before');
  }

  /** Makes what the job finds; before all else. */
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

  /** What the job finds. */
  before(): Promise<Found> {
    return this.look(this.template);
  }

  /** @throws Error where it fails */
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
    const hook = compiledTool('faults', 'dieAtWrite.js');
    const args = ['--require', hook, ...this.job.args(folder)];
    return runKilled(args, folder, { ...this.environment, ...environment }, seconds);
  }
}
