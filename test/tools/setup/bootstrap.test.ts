import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeProgram } from './fakeProgram';
import { temporaryFolder } from '../../setup/temporaryFolder';

interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const lockOf = (version: string): string =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/tea': { version },
      'node_modules/tea-windows': { version: '9', optional: true },
    },
  });

// The compiler makes a command line that tells its arguments.
const compiler = `
  const { appendFileSync, mkdirSync, writeFileSync } = require('fs');
  appendFileSync('log', 'tsc ');
  mkdirSync('dist', { recursive: true });
  mkdirSync('build/tools/cli', { recursive: true });
  writeFileSync('build/tools/cli/main.js', 'console.log(process.argv.slice(2).join())');`;

const install = `
  fs.appendFileSync('log', 'npm ' + args.join() + ' ');
  fs.rmSync('node_modules', { recursive: true, force: true });
  fs.mkdirSync('node_modules/typescript/bin', { recursive: true });
  fs.writeFileSync('node_modules/typescript/bin/tsc', ${JSON.stringify(compiler)});`;

const finish = "fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');";

let project: string;
let npm: string;

const runScript = (
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> =>
  new Promise((resolve) => {
    const script = join(project, 'scripts', name);
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, npm_execpath: npm, ...environment },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  });

const bootstrap = (...args: string[]): Promise<Finished> => runScript('bootstrap.mjs', args);

const logged = (): string => {
  const log = join(project, 'log');
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  rmSync(log, { force: true });
  return text;
};

beforeEach(() => {
  project = temporaryFolder();
  for (const name of ['bootstrap.mjs', 'kernel.cjs', 'lock.mjs']) {
    const script = join(__dirname, '..', '..', '..', 'scripts', name);
    cpSync(script, join(project, 'scripts', name));
  }
  mkdirSync(join(project, 'src', 'data'), { recursive: true });
  writeFileSync(join(project, 'src', 'data', 'a.ts'), 'a');
  mkdirSync(join(project, 'tools'));
  writeFileSync(join(project, 'tools', 'a.ts'), 'a');
  writeFileSync(join(project, 'tsconfig.json'), '{}');
  writeFileSync(join(project, 'package-lock.json'), lockOf('1'));
  npm = fakeProgram(join(project, 'npm', 'npm-cli.js'), install + finish);
});

describe('the bootstrap of a fresh clone', () => {
  it('installs, compiles, and hands the arguments to the command line', async () => {
    const { status, stdout } = await bootstrap('recognize', 'a.png');
    expect([status, stdout]).toEqual([0, 'recognize,a.png\n']);
    expect(logged()).toBe('npm ci tsc ');
  });

  it('does neither the second time', async () => {
    await bootstrap();
    logged();
    const { stderr } = await bootstrap();
    expect([logged(), stderr]).toEqual(['', '']);
  });

  it.each(['src/data/a.ts', 'tools/a.ts'])('compiles again where %s has changed', async (path) => {
    await bootstrap();
    logged();
    appendFileSync(join(project, path), 'b');
    await bootstrap();
    expect(logged()).toBe('tsc ');
  });

  it('compiles again where the compiled tools are gone', async () => {
    await bootstrap();
    logged();
    rmSync(join(project, 'build'), { recursive: true });
    await bootstrap();
    expect(logged()).toBe('tsc ');
  });

  it('lets the compiled tools find the compiled sources', async () => {
    await bootstrap();
    writeFileSync(join(project, 'dist', 'a.js'), 'compiled');
    expect(readFileSync(join(project, 'build', 'src', 'a.js'), 'utf8')).toBe('compiled');
  });

  it('installs again where a package is to have another version', async () => {
    await bootstrap();
    logged();
    writeFileSync(join(project, 'package-lock.json'), lockOf('2'));
    await bootstrap();
    expect(logged()).toContain('npm ci');
  });

  it('takes no interrupted installation for a finished one', async () => {
    fakeProgram(npm, `${install} process.exitCode = 1;`);
    const { status, stderr } = await bootstrap();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /failed\.\n {2}tried: .* ci\n {2}found: exit code 1, .*\n {2}mend: {2}npm ci/,
    );
    fakeProgram(npm, install + finish);
    logged();
    await bootstrap();
    expect(logged()).toBe('npm ci tsc ');
  });

  it('runs a command where npm was called, and nowhere else', async () => {
    await bootstrap();
    const main = join(project, 'build', 'tools', 'cli', 'main.js');
    writeFileSync(main, 'console.log(process.cwd(), process.env.INIT_CWD)');
    const folder = realpathSync(temporaryFolder());
    const own = join(project, 'package.json');
    writeFileSync(own, '{}');
    const whereFor = async (running: string): Promise<string> => {
      const environment = { INIT_CWD: folder, npm_package_json: running };
      return (await runScript('bootstrap.mjs', [], environment)).stdout;
    };
    expect(await whereFor(own)).toBe(`${folder} undefined\n`);
    // A script of somebody else's package has called it.
    expect(await whereFor(join(folder, 'package.json'))).toBe(`${process.cwd()} undefined\n`);
  });

  it('runs each step once where two start together', async () => {
    const both = await Promise.all([bootstrap('a'), bootstrap('b')]);
    expect(both.map(({ stdout }) => stdout)).toEqual(['a\n', 'b\n']);
    expect(logged()).toBe('npm ci tsc ');
  });
});

describe('a kernel', () => {
  beforeEach(async () => {
    await bootstrap();
    const kernel = "exports.main = () => console.log('a kernel', ...process.argv.slice(2))";
    mkdirSync(join(project, 'node_modules', 'tslab', 'dist'), { recursive: true });
    writeFileSync(join(project, 'node_modules', 'tslab', 'dist', 'main.js'), kernel);
    logged();
  });

  it('starts when a source that has changed is compiled', async () => {
    appendFileSync(join(project, 'src', 'data', 'a.ts'), 'b');
    const { stdout } = await runScript('kernel.cjs', ['kernel']);
    expect(stdout).toBe('a kernel kernel\n');
    expect(logged()).toBe('tsc ');
  });

  it('starts, too, where the sources have errors, and tells them', async () => {
    appendFileSync(join(project, 'src', 'data', 'a.ts'), 'b');
    writeFileSync(
      join(project, 'node_modules', 'typescript', 'bin', 'tsc'),
      "console.log('a.ts: error'); process.exitCode = 2;",
    );
    const { stdout, stderr } = await runScript('kernel.cjs', []);
    expect(stdout).toBe('a kernel\n');
    expect(stderr).toMatch(/a\.ts: error\n.*Compiling failed\.\n/s);
  });
});
