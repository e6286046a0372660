import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { lastLines, run } from '../../src/processes/childProcess';
import { recall, remember } from '../../src/files/memory';

/** The oldest major version of Notebook and nbconvert that will do. */
const OLDEST = 6;

/** What is known of the user's own Jupyter. */
export interface UserJupyter {
  /** The path of the program `jupyter`. */
  readonly command: string;
  /** The version of Notebook; undefined where this Jupyter will not do. */
  readonly version: string | undefined;
  /** Why it will not do; empty where it does. */
  readonly lack: string;
}

function jupyterOnPath(project: string): string | undefined {
  const name = process.platform === 'win32' ? 'jupyter.exe' : 'jupyter';
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  // An activated virtual environment of this project is not the user's own.
  const foreign = paths.filter((path) => !path.startsWith(join(project, '.venv') + sep));
  return foreign.find((path) => existsSync(path));
}

async function ask(command: string): Promise<UserJupyter> {
  const parts = ['notebook', 'nbconvert'];
  const outcomes = await Promise.all(
    parts.map((part) => run(command, [part, '--version'], { patience: 60 })),
  );
  const versions = outcomes.map(({ status, output }) =>
    status === 0 ? lastLines(output, 1) : undefined,
  );
  const missing = parts.filter((_, part) => !(Number.parseInt(versions[part] ?? '0') >= OLDEST));
  return missing.length === 0
    ? { command, version: versions[0], lack: '' }
    : { command, version: undefined, lack: `${missing.join(' and ')} ${OLDEST} or later` };
}

/**
 * Finds the user's own Jupyter on PATH and whether it can open and run notebooks. Asking it takes a
 * second or two, so the answer is kept until that program changes.
 *
 * @param project the project's folder
 * @param memory the path of the file that keeps the answer; its folder must exist
 * @returns undefined where there is none
 */
export async function findUserJupyter(
  project: string,
  memory: string,
): Promise<UserJupyter | undefined> {
  const command = jupyterOnPath(project);
  if (command === undefined) return undefined;
  const of = `${command} ${realpathSync(command)} ${statSync(command).mtimeMs}`;
  const known = recall(memory) as (UserJupyter & { of: string }) | undefined;
  return known?.of === of ? known : remember(memory, { ...(await ask(command)), of });
}
