// Makes a fresh clone runnable, then hands over to the command line: this file alone must run before
// anything is installed or compiled, so it is plain JavaScript and imports nothing but Node.
//
//   node scripts/bootstrap.mjs COMMAND [ARGS…]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function fail(lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

function run(what, command, args, remedy) {
  console.error(`${what} …`);
  // What is printed on stdout belongs to the command that is about to run.
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  fail([
    `${what} failed.`,
    `  tried: ${[command, ...args].join(' ')}`,
    `  found: ${error ? error.message : `exit code ${status}`}, see above`,
    `  mend:  ${remedy}`,
  ]);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail([
    'Node is too old.',
    '  expected: Node 20.19 or later',
    `  found:    Node ${process.versions.node}`,
    '  mend:     install a current Node from nodejs.org, then run the command again',
  ]);
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
  });
}

// A stamp is written only after its step has succeeded, so an interrupted step is done again.
function unlessStamped(stamp, hash, step) {
  const path = join(root, stamp);
  if (existsSync(path) && readFileSync(path, 'utf8') === hash) return;
  rmSync(path, { force: true });
  step();
  writeFileSync(path, hash);
}

/** Installs the npm packages and compiles the sources, each only where something has changed. */
export function ensureReady() {
  checkNode();
  unlessStamped('node_modules/.installed', hashOf(['package-lock.json', 'package.json']), () => {
    const npm = process.env.npm_execpath;
    const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
    run('Installing the npm packages', command, [...first, 'ci'], 'npm ci');
  });
  unlessStamped('dist/.compiled', hashOf(['tsconfig.json', ...filesBelow('src').sort()]), () => {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    run('Compiling', process.execPath, [compiler], 'npx tsc');
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureReady();
  await import(pathToFileURL(join(root, 'dist/cli/main.js')).href);
}
