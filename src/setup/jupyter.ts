import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { registerKernel } from './kernelSpec';
import { hasProjectJupyter, installProjectJupyter } from './projectJupyter';
import { programIn } from './python';
import { findUserJupyter } from './userJupyter';
import { makeFolder } from '../files/makeFolder';

/** A Jupyter that knows the TypeScript kernel. */
export interface Jupyter {
  /** The path of the program `jupyter`. */
  readonly command: string;
  /** For people: whose it is. */
  readonly account: string;
  /** To be added to the environment of the program, so that it finds the kernel. */
  readonly environment: Readonly<Record<string, string>>;
}

function describe(command: string, account: string, kernels: string): Jupyter {
  const others = process.env.JUPYTER_PATH;
  const path = others ? `${kernels}${delimiter}${others}` : kernels;
  return { command, account, environment: { JUPYTER_PATH: path } };
}

const kernelFolder = (project: string): string => join(project, 'node_modules', '.jupyter');
const userMemory = (project: string): string => join(kernelFolder(project), 'user.json');

/** Forgets what the user's own Jupyter can do: it may have changed. */
export function forgetJupyter(project: string): void {
  rmSync(userMemory(project), { force: true });
}

/**
 * Finds a Jupyter that can open and run the notebook, and registers the TypeScript kernel for it: the
 * user's own where it will do, else the one in the project's virtual environment. Writes nothing
 * outside the project: the user's Jupyter finds the kernel through JUPYTER_PATH.
 *
 * @param project the project's folder
 * @returns undefined where there is none yet
 */
export async function findJupyter(project: string): Promise<Jupyter | undefined> {
  const kernels = kernelFolder(project);
  makeFolder(kernels);
  registerKernel(kernels, project);
  const user = await findUserJupyter(project, userMemory(project));
  if (user?.version !== undefined) {
    return describe(user.command, `Notebook ${user.version} on PATH: ${user.command}`, kernels);
  }
  const environment = join(project, '.venv');
  const requirements = readFileSync(join(project, 'requirements.txt'), 'utf8');
  if (!hasProjectJupyter(environment, requirements)) return undefined;
  registerKernel(join(environment, 'share', 'jupyter'), project);
  const reason = user ? `${user.command} lacks ${user.lack}` : 'none on PATH';
  return describe(programIn(environment, 'jupyter'), `in .venv (${reason})`, kernels);
}

/**
 * Finds a Jupyter as `findJupyter` does, and makes the project's own where there is none.
 *
 * @throws SetupError where that is not possible
 */
export async function setUpJupyter(project: string): Promise<Jupyter> {
  const found = await findJupyter(project);
  if (found) return found;
  await installProjectJupyter(join(project, '.venv'), join(project, 'requirements.txt'));
  return (await findJupyter(project))!;
}
