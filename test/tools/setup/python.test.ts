import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  findPython,
  isRecent,
  makeVirtualEnvironment,
  pipProblem,
} from '../../../tools/setup/python';
import { fakeProgram } from './fakeProgram';
import { temporaryFolder } from '../../setup/temporaryFolder';

it.each([
  ['3.9.0', true],
  ['3.14.1', true],
  ['4.0.0', true],
  ['3.8.18', false],
  ['2.7.18', false],
])('Python %s is recent enough: %s', (version, recent) => {
  expect(isRecent(version)).toBe(recent);
});

it('of what pip prints, the error and the broken connection say why it failed', () => {
  const output = [
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<urllib3.HTTPConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused')': /simple/tea/",
    'ERROR: Could not find a version that satisfies the requirement tea==1.2',
    'ERROR: No matching distribution found for tea==1.2',
    '',
    '[notice] A new release of pip is available',
  ].join('\n');
  expect(pipProblem(output)).toBe(
    'ERROR: No matching distribution found for tea==1.2\n[Errno 111] Connection refused',
  );
  expect(pipProblem('No module named pip')).toBe('No module named pip');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.skipIf(process.platform === 'win32')('with programs that stand in for Python', () => {
  it('finds the first Python that is recent enough', async () => {
    const folder = temporaryFolder();
    const old = fakeProgram(join(folder, 'old'), "console.log('3.8.2')");
    const recent = fakeProgram(join(folder, 'recent'), "console.log('3.12.1')");
    expect(await findPython(['no-such-python', old, recent])).toEqual({
      command: recent,
      version: '3.12.1',
    });
  });

  it('says which Pythons there are where all are too old', async () => {
    const old = fakeProgram(join(temporaryFolder(), 'old'), "console.log('3.8.2')");
    await expect(findPython([old])).rejects.toThrow(`only ${old} 3.8.2; 3.9 or later is needed`);
  });

  it('says so where there is no Python at all', async () => {
    await expect(findPython(['no-such-python'])).rejects.toThrow('none of them runs');
  });

  it('makes a virtual environment with whatever can, and only counts one with pip', async () => {
    const folder = temporaryFolder();
    const environment = join(folder, 'venv');
    // Debian's Python without python3-venv: it knows neither module.
    const python = fakeProgram(
      join(folder, 'python3'),
      "console.error('No module named ' + args[1]); process.exitCode = 1",
    );
    const inner = `#!${process.execPath}`;
    fakeProgram(
      join(folder, 'bin', 'virtualenv'),
      `const bin = path.join(args.at(-1), 'bin');
       fs.mkdirSync(bin, { recursive: true });
       fs.writeFileSync(path.join(bin, 'python'), '${inner}', { mode: 0o755 });`,
    );
    vi.stubEnv('PATH', join(folder, 'bin'));
    const made = await makeVirtualEnvironment({ command: python, version: '3.11.2' }, environment);
    expect(made).toBe(join(environment, 'bin', 'python'));
    expect(existsSync(made)).toBe(true);
  });

  it('says what each way found where none makes a virtual environment', async () => {
    const folder = temporaryFolder();
    const python = fakeProgram(
      join(folder, 'python3'),
      "console.error('No module named ' + args[1]); process.exitCode = 1",
    );
    vi.stubEnv('PATH', join(folder, 'bin'));
    const failing = makeVirtualEnvironment(
      { command: python, version: '3.11.2' },
      join(folder, 'v'),
    );
    await expect(failing).rejects.toThrow(/No module named venv[^]*mend:/);
  });
});
