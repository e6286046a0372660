import { join } from 'node:path';
import { projectFolder } from '../../src/files/projectFolder';
import { compiledTool } from '../compiled';

/** What a job needs beside its folder while it is tried. */
export interface Surroundings {
  /** Added to the environment of its process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly end: () => void;
}

/** Work that must survive that its process is killed at any moment. */
export interface Job {
  readonly name: string;
  /** Fills a new folder with what the job finds there. */
  readonly prepare?: (folder: string) => Promise<void> | void;
  /** Starts what the job needs beside its folder. */
  readonly surround?: () => Promise<Surroundings>;
  /** The arguments of the Node that does the job in a folder. */
  readonly args: (folder: string) => readonly string[];
  /**
   * What someone who uses the folder gets: a text that differs where anything in it does, without what differs from
   * run to run.
   *
   * @returns undefined where there is nothing, or what is there is refused
   */
  readonly outcome: (folder: string) => Promise<string | undefined> | string | undefined;
  /** How much of the work a killed process has left to its successor, in words. */
  readonly left: (folder: string) => string;
  /** Whether a file's bytes differ from run to run, as it holds dates or durations. */
  readonly isVolatile?: (name: string) => boolean;
}

/** The arguments that run one of the tasks in `tasks`, by the name of its file. */
export function taskArguments(name: string, ...args: string[]): string[] {
  return [compiledTool('faults', 'tasks', `${name}.js`), ...args];
}

/** The arguments that run `digits`. */
export function digitsArguments(...args: string[]): string[] {
  return [join(projectFolder(), 'dist', 'cli', 'main.js'), ...args];
}
