import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findJupyter, forgetJupyter, setUpJupyter } from '../../../tools/setup/jupyter';
import { PipCounter } from '../../../tools/setup/projectJupyter';
import { fakeProgram } from './fakeProgram';
import { temporaryFolder } from '../../setup/temporaryFolder';

it('pip is counted by the lines it prints', () => {
  const counter = new PipCounter('# pinned\na==1\nb==2 ; sys_platform == "win32"\nc==3\n');
  expect(counter.read("Ignoring b: markers 'sys_platform == \"win32\"' don't match")).toBe(false);
  expect(counter.read('Collecting a==1 (from -r requirements.txt)')).toBe(true);
  expect(counter.read('  Downloading a-1.whl (3 kB)')).toBe(false);
  expect(counter.read('Processing /wheels/c-3.whl')).toBe(true);
  expect([counter.collected, counter.total]).toEqual([2, 2]);
});

describe.skipIf(process.platform === 'win32')('with programs that stand in', () => {
  let project: string;
  let log: string;
  const logged = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');

  /** A Python that can make a virtual environment whose pip does what the script says. */
  const installPython = (pip: string): void => {
    const inner = `#!${process.execPath}
      const fs = require('fs'), path = require('path'), args = process.argv.slice(2);
      if (args.includes('--version')) process.exit();
      fs.appendFileSync(${JSON.stringify(log)}, 'pip ');
      ${pip}`;
    fakeProgram(
      join(project, 'bin', 'python3'),
      `if (args[0] === '-c') { console.log('3.12.1'); process.exit(); }
       const bin = path.join(args.at(-1), 'bin');
       fs.mkdirSync(bin, { recursive: true });
       fs.writeFileSync(path.join(bin, 'python'), ${JSON.stringify(inner)}, { mode: 0o755 });`,
    );
  };

  /** A Jupyter that has some version of everything but nbconvert. */
  const installJupyter = (notebook: string, nbconvert: string): string =>
    fakeProgram(
      join(project, 'bin', 'jupyter'),
      `fs.appendFileSync(${JSON.stringify(log)}, args[0] + ' ');
       console.log(args[0] === 'notebook' ? '${notebook}' : '${nbconvert}');`,
    );

  beforeEach(() => {
    project = temporaryFolder();
    log = join(project, 'log');
    mkdirSync(join(project, 'bin'));
    writeFileSync(join(project, 'requirements.txt'), 'notebook==7.6.5\n');
    vi.stubEnv('PATH', join(project, 'bin'));
    vi.stubEnv('JUPYTER_PATH', '');
    vi.stubEnv('DIGITS_CACHE', join(project, 'cache'));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it("the user's own Jupyter is used, asked once, and finds the kernel in the project", async () => {
    const command = installJupyter('7.5.1', '7.16.6');
    const jupyter = await findJupyter(project);
    expect(jupyter?.command).toBe(command);
    expect(jupyter?.account).toContain('Notebook 7.5.1');
    const kernels = jupyter!.environment.JUPYTER_PATH;
    const spec = JSON.parse(readFileSync(join(kernels, 'kernels/tslab/kernel.json'), 'utf8')) as {
      argv: string[];
    };
    expect(spec.argv).toEqual([
      process.execPath,
      join(project, 'scripts', 'kernel.cjs'),
      'kernel',
      '--config-path',
      '{connection_file}',
    ]);
    expect(kernels.startsWith(project)).toBe(true);
    await findJupyter(project);
    expect(logged().split(' ').sort().join(' ').trim()).toBe('nbconvert notebook');
  });

  it('the kernel of a Jupyter that people start stays on the Node of the last set-up', async () => {
    installJupyter('7.5.1', '7.16.6');
    const nodeOf = (folder: string): string => {
      const path = join(folder, 'kernels/tslab/kernel.json');
      return (JSON.parse(readFileSync(path, 'utf8')) as { argv: string[] }).argv[0];
    };
    const shared = join(project, 'node_modules', '.jupyter');
    const [first, other] = ['first', 'other'].map((name) => fakeProgram(join(project, name), ''));
    const usual = process.execPath;
    try {
      process.execPath = first;
      await findJupyter(project);
      process.execPath = other;
      const jupyter = await findJupyter(project);
      expect(nodeOf(shared)).toBe(first);
      // What a command starts runs on its own.
      expect(nodeOf(jupyter!.environment.JUPYTER_PATH)).toBe(other);
      forgetJupyter(project);
      await findJupyter(project);
      expect(nodeOf(shared)).toBe(other);
      rmSync(other);
      process.execPath = first;
      await findJupyter(project);
      expect(nodeOf(shared)).toBe(first);
    } finally {
      process.execPath = usual;
    }
  });

  it("kernels elsewhere stay visible, behind the project's own", async () => {
    installJupyter('7.5.1', '7.16.6');
    vi.stubEnv('JUPYTER_PATH', '/others');
    const jupyter = await findJupyter(project);
    expect(jupyter?.environment.JUPYTER_PATH).toMatch(/\.jupyter:\/others$/);
  });

  it("where the user's Jupyter lacks something the project makes its own", async () => {
    installJupyter('5.7.0', '7.16.6');
    expect(await findJupyter(project)).toBeUndefined();
    installPython("fs.writeFileSync(path.join(path.dirname(process.argv[1]), 'jupyter'), '');");
    const jupyter = await setUpJupyter(project);
    expect(jupyter.command).toBe(join(project, '.venv', 'bin', 'jupyter'));
    expect(jupyter.account).toMatch(/lacks notebook 6 or later/);
    expect(existsSync(join(project, '.venv/share/jupyter/kernels/tslab/kernel.json'))).toBe(true);
  });

  it('the answer of a Jupyter can be forgotten', async () => {
    installJupyter('5.7.0', '7.16.6');
    await findJupyter(project);
    forgetJupyter(project);
    rmSync(log);
    await findJupyter(project);
    expect(logged()).toContain('notebook');
  });

  it('the virtual environment is made once, and again for other requirements', async () => {
    installPython('');
    await setUpJupyter(project);
    await setUpJupyter(project);
    expect(logged()).toBe('pip ');
    writeFileSync(join(project, 'requirements.txt'), 'notebook==7.6.6\n');
    await setUpJupyter(project);
    expect(logged()).toBe('pip pip ');
  });

  it('an environment whose packages were not installed whole is not taken for one', async () => {
    installPython("console.error('ERROR: connection broken'); process.exitCode = 1;");
    await expect(setUpJupyter(project)).rejects.toThrow(
      /found: ERROR: connection broken\n {2}mend: /,
    );
    expect(await findJupyter(project)).toBeUndefined();
    installPython('');
    await setUpJupyter(project);
    expect(await findJupyter(project)).toBeDefined();
  });
});
