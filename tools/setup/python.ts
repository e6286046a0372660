import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from '../../src/processes/childProcess';
import { SetupError } from './failure';

/** A Python that is recent enough. */
export interface Python {
  readonly command: string;
  /** As in "3.11.7". */
  readonly version: string;
}

/** The oldest Python that will do: [major, minor]. */
const OLDEST = [3, 9] as const;

const candidates =
  process.platform === 'win32'
    ? ['python', 'py']
    : ['python3', 'python', ...[14, 13, 12, 11, 10, 9].map((minor) => `python3.${minor}`)];

/** The command that mends a missing Python, or one without `venv` and `pip`. */
function pythonRemedy(): string {
  switch (process.platform) {
    case 'darwin':
      return 'brew install python';
    case 'win32':
      return 'winget install Python.Python.3.13';
    default:
      return existsSync('/etc/debian_version')
        ? 'sudo apt install python3-venv python3-pip'
        : 'install Python 3.9 or later with venv and pip from your distribution';
  }
}

/** Whether a version like "3.11.7" is new enough. */
export function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

async function versionOf(command: string): Promise<string | undefined> {
  const code = 'import platform; print(platform.python_version())';
  const { status, output } = await run(command, ['-c', code], { patience: 30 });
  return status === 0 ? lastLines(output, 1) : undefined;
}

/**
 * Finds a Python of version 3.9 or later on PATH.
 *
 * @param commands the names to try, in order
 * @throws SetupError where none of them is one
 */
export async function findPython(commands: readonly string[] = candidates): Promise<Python> {
  const tooOld: string[] = [];
  for (const command of commands) {
    const version = await versionOf(command);
    if (version === undefined) continue;
    if (isRecent(version)) return { command, version };
    tooOld.push(`${command} ${version}`);
  }
  throw new SetupError({
    what: 'Finding Python',
    tried: commands.join(', '),
    found:
      tooOld.length > 0 ? `only ${tooOld.join(', ')}; 3.9 or later is needed` : 'none of them runs',
    mend: pythonRemedy(),
  });
}

/** Why pip failed, out of what it printed: the last error, and why the connection broke where it did. */
export function pipProblem(output: string): string {
  const errors = output.split(/\r?\n/).filter((line) => line.startsWith('ERROR: '));
  const broken = /connection broken by '.*?: ([^:']+)'\)'/.exec(output)?.[1];
  const last = errors.at(-1) ?? lastLines(output, 3);
  return broken === undefined ? last : `${last}\n${broken}`;
}

/** The path of a program inside a virtual environment. */
export function programIn(environment: string, name: string): string {
  return process.platform === 'win32'
    ? join(environment, 'Scripts', `${name}.exe`)
    : join(environment, 'bin', name);
}

/**
 * Makes a virtual environment with pip, replacing what is there.
 *
 * @returns the path of its Python
 * @throws SetupError where neither `venv` nor `virtualenv` nor `uv` can make one
 */
export async function makeVirtualEnvironment(python: Python, folder: string): Promise<string> {
  const ways: [command: string, ...args: string[]][] = [
    [python.command, '-m', 'venv', '--clear', folder],
    [python.command, '-m', 'virtualenv', '--clear', folder],
    ['virtualenv', '--clear', '--python', python.command, folder],
    ['uv', 'venv', '--seed', '--clear', '--python', python.command, folder],
  ];
  const inside = programIn(folder, 'python');
  const found: string[] = [];
  for (const [command, ...args] of ways) {
    const { status, output } = await run(command, args);
    const pip = status === 0 && (await run(inside, ['-m', 'pip', '--version']));
    if (pip && pip.status === 0) return inside;
    found.push(
      `${command} ${args.slice(0, 2).join(' ')}: ${lastLines(pip ? pip.output : output, 3)}`,
    );
  }
  throw new SetupError({
    what: 'Making a virtual environment for Python',
    tried: ways.map((way) => way.join(' ')).join('\n         '),
    found: found.join('\n'),
    mend: pythonRemedy(),
  });
}
