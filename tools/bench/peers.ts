import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from '../../src/processes/childProcess';
import { SetupError } from '../setup/failure';
import { findPython, makeVirtualEnvironment, pipProblem, programIn } from '../setup/python';

/** What a peer may need or bring; the machine's description names the versions. */
const packages = ['keras', 'tensorflow-cpu', 'torch', 'numpy', 'rapidocr-onnxruntime'];

const environmentIn = (project: string): string => join(project, 'bench', '.venv');

/** The Python of the peers, which need not exist. */
export function peersPython(project: string): string {
  return programIn(environmentIn(project), 'python');
}

/**
 * Finds out which peers are installed.
 *
 * @param python the Python of the peers
 * @returns the versions of the packages that are there, by their names; none where there is no Python
 */
export async function peerVersions(python: string): Promise<Readonly<Record<string, string>>> {
  const code = `
import json, sys
from importlib.metadata import PackageNotFoundError, version
versions = {}
for name in sys.argv[1:]:
    try: versions[name] = version(name)
    except PackageNotFoundError: pass
print(json.dumps(versions))`;
  const { status, output } = await run(python, ['-c', code, ...packages]);
  return status === 0 ? (JSON.parse(lastLines(output, 1)) as Record<string, string>) : {};
}

/**
 * Installs the peers of bench/requirements.txt into bench/.venv, replacing what is there.
 *
 * @throws SetupError where there is no Python or pip can't get the packages
 */
export async function installPeers(project: string): Promise<void> {
  const requirements = join(project, 'bench', 'requirements.txt');
  console.error(`Installing the peers into bench/.venv:\n${readFileSync(requirements, 'utf8')}`);
  const python = await makeVirtualEnvironment(await findPython(), environmentIn(project));
  const args = ['-m', 'pip', 'install', '-r', requirements];
  const { status, output } = await run(python, args, {
    onLine: (line) => {
      if (/^(Collecting|Installing|Successfully) /.test(line)) console.error(`  ${line}`);
    },
  });
  if (status === 0) return;
  throw new SetupError({
    what: 'Installing the peers',
    tried: [python, ...args].join(' '),
    found: pipProblem(output),
    mend: 'npm run bench -- --install, once the Python package index can be reached',
  });
}
