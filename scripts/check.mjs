// Checks everything: set-up, types, style, format, prose and tests. A failure does not stop the others; the
// last lines print the counts.
//
//   node scripts/check.mjs [ARGUMENTS FOR VITEST…]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureReady } from './bootstrap.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Whether a program of Node's succeeds. */
function run(...args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', (status) => resolve(status === 0)));
}

const tool = (path) => join(root, 'node_modules', path);

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const report = join(folder, 'report.json');
  await run(
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that does not even load has no tests that fail.
    return {
      passed: numPassedTests,
      failed: numFailedTests || (success ? 0 : 1),
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await ensureReady();
const isSetUp = await run('build/tools/cli/main.js', 'setup');
console.error('\nChecking types, style, format and prose …');
// At once: each uses little more than one core.
const [types, style, format, prose] = await Promise.all([
  run(tool('typescript/bin/tsc'), '-p', 'test'),
  run(tool('eslint/bin/eslint.js'), '.'),
  run(tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'),
  run(tool('textlint/bin/textlint.js'), '*.md', 'docs/*.md', 'models/**/*.md'),
]);
const results = { 'set-up': isSetUp, types, style, format, prose };
const tests = await runTests();
const failures = Object.keys(results).filter((name) => !results[name]);
const passed = tests.passed + Object.keys(results).length - failures.length;
const failed = tests.failed + failures.length;
for (const name of failures) console.error(`failed: ${name}`);
console.log(`${tests.skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
