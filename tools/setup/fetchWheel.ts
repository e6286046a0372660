import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/processes/childProcess';
import { SetupError } from './failure';
import { folderSize } from '../../src/files/folderSize';
import { startProgress, type Progress } from '../../src/cli/progress';
import { findPython, makeVirtualEnvironment, pipProblem } from './python';
import type { Wheel } from './wheels';

/** How often the growing download is looked at, in milliseconds. */
const INTERVAL = 500;

/** The bytes that pip's "Downloading X.whl (230.2 MB)" announces; 0 for any other line. */
export function announcedBytes(line: string): number {
  const [, amount = '0', unit = ''] = /Downloading .*\(([\d.]+) (kB|MB)\)/.exec(line) ?? [];
  return Number(amount) * (unit === 'MB' ? 1e6 : 1e3);
}

/** The Python whose `-m pip` works: the one on PATH, or one made of it in `folder`. */
async function findPip(folder: string): Promise<string> {
  const python = await findPython();
  const { status } = await run(python.command, ['-m', 'pip', '--version']);
  if (status === 0) return python.command;
  return makeVirtualEnvironment(python, join(folder, 'python'));
}

/**
 * Downloads a wheel with pip, which obeys the index, proxies and certificates of this machine, whatever
 * Python and system pip itself runs on. pip compares the SHA-256.
 *
 * @param folder an existing folder to work in
 * @returns the path of the wheel in it
 * @throws SetupError where there is no pip or it can't get the wheel
 */
export async function fetchWheel(wheel: Wheel, folder: string): Promise<string> {
  const python = await findPip(folder);
  const wish = `${wheel.name}==${wheel.version}`;
  const requirements = join(folder, 'wheel.txt');
  writeFileSync(requirements, `${wish} --hash=sha256:${wheel.sha256}\n`);
  const args = ['-m', 'pip', 'download', '--no-deps', '--no-cache-dir', '--only-binary=:all:'];
  args.push('--python-version', '3.11', '--platform', wheel.platform);
  args.push(
    '--retries',
    '2',
    '--timeout',
    '30',
    '--require-hashes',
    '-r',
    requirements,
    '-d',
    folder,
  );

  const what = `Downloading ${wish}`;
  let progress: Progress | undefined;
  const before = folderSize(folder);
  const timer = setInterval(() => progress?.update(folderSize(folder) - before), INTERVAL);
  const { status, output } = await run(python, args, {
    // pip downloads into the temporary folder first: here it can be watched, and goes with the rest.
    environment: { TMPDIR: folder, TEMP: folder, TMP: folder, PYTHONUNBUFFERED: '1' },
    onLine: (line) => {
      const bytes = announcedBytes(line);
      if (bytes > 0) progress = startProgress(what, bytes, 'MB');
    },
  });
  clearInterval(timer);
  progress?.end();
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (status === 0 && file) return join(folder, file);
  throw new SetupError({
    what,
    tried: [python, ...args].join(' '),
    found: pipProblem(output),
    mend: 'npm run setup, once the Python package index can be reached',
  });
}
