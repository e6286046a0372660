// Makes a fresh clone runnable, then hands over to the command line: this file and lock.mjs run before
// anything is installed or compiled, so they are plain JavaScript and import nothing but Node.
//
//   node scripts/bootstrap.mjs COMMAND [ARGS…]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withLock } from './lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What cannot be mended here; its message is whole. */
class BootstrapError extends Error {
  constructor(...lines) {
    super(lines.join('\n'));
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new BootstrapError(
    'Node is too old.',
    '  expected: Node 20.19 or later',
    `  found:    Node ${process.versions.node}`,
    '  mend:     install a current Node from nodejs.org, then run the command again',
  );
}

async function run(what, command, args, mend, options = {}) {
  console.error(`${what} …`);
  const start = performance.now();
  // What is printed on stdout belongs to the command that is about to run.
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  let stopped = false;
  const stop = (signal) => {
    stopped = true;
    child.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const found = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (status) =>
      resolve(status === 0 ? undefined : `exit code ${status}, see above`),
    );
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (stopped) throw new BootstrapError(`${what}: stopped. The next run does it again.`);
  if (found) {
    throw new BootstrapError(
      `${what} failed.`,
      `  tried: ${[command, ...args].join(' ')}`,
      `  found: ${found}`,
      `  mend:  ${mend}`,
    );
  }
  console.error(`${what}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

// Started by npm, its path is in the environment; otherwise it lies beside Node or on PATH.
function findNpm() {
  const beside = dirname(process.execPath);
  const script = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  if (script) return { command: process.execPath, args: [script], options: {} };
  return { command: 'npm', args: [], options: { shell: process.platform === 'win32' } };
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

// npm writes node_modules/.package-lock.json last, so an interrupted installation has none.
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = Object.entries(readJson('package-lock.json').packages);
  const present = readJson('node_modules/.package-lock.json').packages;
  return wanted.every(([path, { version, optional }]) => {
    if (path === '') return true;
    return path in present ? present[path].version === version : optional;
  });
}

async function install() {
  const { command, args, options } = findNpm();
  await run('Installing the npm packages', command, [...args, 'ci'], 'npm ci', options);
}

const compiledStamp = join(root, 'dist/.compiled');
const commandLine = join(root, 'build/tools/cli/main.js');

function hashOfSources() {
  const sources = ['src', 'tools']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const path of [join(root, 'tsconfig.json'), join(root, 'package-lock.json'), ...sources]) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

const isCompiled = () =>
  existsSync(commandLine) &&
  existsSync(compiledStamp) &&
  readFileSync(compiledStamp, 'utf8') === hashOfSources();

// The compiled tools look for `src` where the sources have it, beside `tools`.
function linkCompiledSources() {
  const link = join(root, 'build/src');
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { recursive: true, force: true });
  // A junction is the one link that Windows lets everybody make; its target must be absolute.
  const windows = process.platform === 'win32';
  symlinkSync(windows ? join(root, 'dist') : '../dist', link, windows ? 'junction' : 'dir');
}

// The stamp goes first and comes last, so an interrupted compilation is done again, as a whole.
async function compile() {
  const hash = hashOfSources();
  if (!existsSync(compiledStamp)) {
    for (const folder of ['dist', 'build']) {
      rmSync(join(root, folder, '.tsbuildinfo'), { force: true });
    }
  }
  rmSync(compiledStamp, { force: true });
  linkCompiledSources();
  const compiler = 'node_modules/typescript/bin/tsc';
  const args = ['--build', 'tools'];
  const command = [join(root, compiler), ...args];
  await run('Compiling', process.execPath, command, ['node', compiler, ...args].join(' '));
  mkdirSync(dirname(compiledStamp), { recursive: true });
  writeFileSync(compiledStamp, hash);
}

/**
 * Installs the npm packages and compiles the sources, each only where something has changed.
 *
 * @throws Error where that fails; its message is for people
 */
export async function makeReady() {
  checkNode();
  if (isInstalled() && isCompiled()) return;
  await withLock(join(root, 'dist/.lock'), async () => {
    if (!isInstalled()) await install();
    if (!isCompiled()) await compile();
  });
}

// npm goes to the project's folder; the paths of a command line are meant from where npm was called.
function returnToCaller() {
  const { INIT_CWD: folder, npm_package_json: running = '' } = process.env;
  // What this process starts is called from where it is.
  delete process.env.INIT_CWD;
  const isOwn = existsSync(running) && realpathSync(running) === join(root, 'package.json');
  if (folder && isOwn) process.chdir(folder);
}

/** Does so, and ends the process where it fails. */
export async function ensureReady() {
  try {
    await makeReady();
  } catch (error) {
    if (!(error instanceof BootstrapError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await ensureReady();
  returnToCaller();
  await import(pathToFileURL(commandLine).href);
}
