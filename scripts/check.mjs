// Checks everything there is to check: sets the project up, then types, style, format and tests. All of
// them run, also where one fails; the last line counts.
//
//   node scripts/check.mjs [ARGUMENTS FOR VITEST…]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureReady } from './bootstrap.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

const tool = (path) => join(root, 'node_modules', path);

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const report = join(folder, 'report.json');
  run(
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  );
  try {
    const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that does not even load has no tests that fail.
    return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await ensureReady();
const checks = {
  'set-up': () => run('dist/cli/main.js', 'setup'),
  types: () => run(tool('typescript/bin/tsc'), '-p', 'test'),
  style: () => run(tool('eslint/bin/eslint.js'), '.'),
  format: () => run(tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'),
};
const failures = Object.entries(checks).filter(([name, check]) => {
  console.error(`\nChecking ${name} …`);
  return !check();
});
const tests = runTests();
const passed = tests.passed + Object.keys(checks).length - failures.length;
const failed = tests.failed + failures.length;
for (const [name] of failures) console.error(`failed: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
