import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { forgetKernel, keepKernel, registerKernel } from './kernelSpec';
import { hasProjectJupyter, installProjectJupyter } from './projectJupyter';
import { programIn } from './python';
import { findUserJupyter } from './userJupyter';
import { sha256 } from '../../src/files/wholeFile';

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

/** Where people who start a Jupyter of their own find the kernel. */
const sharedKernels = (project: string): string => join(project, 'node_modules', '.jupyter');

/** Where the Jupyter that a command starts finds a kernel on the Node of that command. */
function ownKernels(project: string): string {
  const node = sha256(Buffer.from(process.execPath)).slice(0, 8);
  return join(project, 'node_modules', `.node-${process.versions.node}-${node}.jupyter`);
}

const environmentOf = (project: string): string => join(project, '.venv');
const environmentKernels = (project: string): string =>
  join(environmentOf(project), 'share', 'jupyter');

const userMemory = (project: string): string => join(sharedKernels(project), 'user.json');

/** Forgets what the user's own Jupyter can do, and which Node kernels run on: both may have changed. */
export function forgetJupyter(project: string): void {
  rmSync(userMemory(project), { force: true });
  forgetKernel(sharedKernels(project));
  forgetKernel(environmentKernels(project));
}

/**
 * Finds a Jupyter that can open and run the notebook, and registers the TypeScript kernel for it: the
 * user's own where it will do, else the one in the project's virtual environment. Writes nothing
 * outside the project: the user's Jupyter finds the kernel through JUPYTER_PATH. That kernel runs on the Node of this
 * process; one that is found without JUPYTER_PATH stays on the Node of the last set-up.
 *
 * @param project the project's folder
 * @returns undefined where there is none yet
 */
export async function findJupyter(project: string): Promise<Jupyter | undefined> {
  const kernels = ownKernels(project);
  registerKernel(kernels, project);
  keepKernel(sharedKernels(project), project);
  const user = await findUserJupyter(project, userMemory(project));
  if (user?.version !== undefined) {
    return describe(user.command, `Notebook ${user.version} on PATH: ${user.command}`, kernels);
  }
  const environment = environmentOf(project);
  const requirements = readFileSync(join(project, 'requirements.txt'), 'utf8');
  if (!hasProjectJupyter(environment, requirements)) return undefined;
  keepKernel(environmentKernels(project), project);
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
  await installProjectJupyter(environmentOf(project), join(project, 'requirements.txt'));
  return (await findJupyter(project))!;
}
