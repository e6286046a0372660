import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../src/files/cacheFolder';
import { run } from '../../src/processes/childProcess';
import { SetupError } from './failure';
import { startProgress, type Progress } from '../../src/cli/progress';
import { findPython, makeVirtualEnvironment, pipProblem, programIn } from './python';
import { writeWhole } from '../../src/files/wholeFile';

const STAMP = '.complete';

/** Counts what pip will install and has got, by the lines it prints. */
export class PipCounter {
  #collected = 0;
  #total: number;

  /** @param requirements the text of a requirements file that names every package */
  constructor(requirements: string) {
    this.#total = requirements.split('\n').filter((line) => /^\w/.test(line)).length;
  }

  /** Takes a line of pip's output; true where it tells of one more package. */
  read(line: string): boolean {
    if (line.startsWith('Ignoring ')) this.#total--;
    // pip calls it processing where a package lies on this machine.
    const oneMore = /^(Collecting|Processing) /.test(line);
    if (oneMore) this.#collected++;
    return oneMore;
  }

  get collected(): number {
    return this.#collected;
  }

  get total(): number {
    return this.#total;
  }
}

/** Whether the project's own virtual environment is there, whole, and from these requirements. */
export function hasProjectJupyter(environment: string, requirements: string): boolean {
  const stamp = join(environment, STAMP);
  if (!existsSync(stamp) || !existsSync(programIn(environment, 'python'))) return false;
  return readFileSync(stamp, 'utf8') === hashOf(requirements);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Makes the project's own virtual environment with Jupyter, unless it is there. The stamp that says so
 * is written last: what was interrupted is made again from the start.
 *
 * @param environment the folder of the virtual environment
 * @param requirementsFile the path of the file that pins every package
 * @throws SetupError where there is no Python or pip can't get the packages
 */
export async function installProjectJupyter(
  environment: string,
  requirementsFile: string,
): Promise<void> {
  const requirements = readFileSync(requirementsFile, 'utf8');
  if (hasProjectJupyter(environment, requirements)) return;
  console.error('Installing Jupyter into .venv …');
  rmSync(environment, { recursive: true, force: true });
  const python = await makeVirtualEnvironment(await findPython(), environment);

  const args = [
    '-m',
    'pip',
    'install',
    '--retries',
    '2',
    '--timeout',
    '30',
    '-r',
    requirementsFile,
  ];
  const counter = new PipCounter(requirements);
  let progress: Progress | undefined;
  const { status, output } = await run(python, args, {
    environment: { PIP_CACHE_DIR: join(cacheFolder(), 'pip'), PYTHONUNBUFFERED: '1' },
    onLine: (line) => {
      if (counter.read(line)) {
        // pip says first of all what it leaves out: the total stands with the first package.
        progress ??= startProgress('Getting the packages', counter.total, 'packages');
        progress.update(counter.collected);
      }
      if (line.startsWith('Installing collected packages')) {
        progress?.end();
        console.error(`  Unpacking ${counter.total} packages …`);
      }
    },
  });
  progress?.end();
  if (status !== 0) {
    rmSync(environment, { recursive: true, force: true });
    throw new SetupError({
      what: 'Installing Jupyter',
      tried: [python, ...args].join(' '),
      found: pipProblem(output),
      mend: 'npm run setup, once the Python package index can be reached',
    });
  }
  writeWhole(join(environment, STAMP), hashOf(requirements));
}
