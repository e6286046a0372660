import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startWatchedThread } from '../../src/processes/watchedThread';

const folder = mkdtempSync(join(tmpdir(), 'thread-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Asks a thread that runs this code at each message, with this many seconds' patience. */
async function ask(code: string, patience: number): Promise<unknown> {
  const file = join(folder, 'thread.cjs');
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (question) => { ${code} });`,
  );
  const thread = startWatchedThread<number, unknown>(file, 3e8);
  try {
    return await thread.ask(7, { patience, memory: 3e8 });
  } finally {
    thread.end();
  }
}

it('a thread answers what it is asked', async () => {
  expect(await ask('parentPort.postMessage(question + 1)', 60)).toBe(8);
});

it('what others of this process take does not count', async () => {
  const others = new Uint8Array(5e8).fill(1);
  const later = 'setTimeout(() => parentPort.postMessage(question + others), 500)';
  expect(await ask(later.replace('others', `${others[7]}`), 60)).toBe(8);
});

it('a thread that prints is not seen, and lets the process end that asked it', () => {
  const thread = join(folder, 'printing.cjs');
  writeFileSync(
    thread,
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => { console.log('noise'); parentPort.postMessage('answer'); });`,
  );
  const asking = `
    const { startWatchedThread } = require(${JSON.stringify(resolve('dist/processes/watchedThread.js'))});
    startWatchedThread(${JSON.stringify(thread)}, 3e8)
      .ask(1, { patience: 60, memory: 3e8 }).then(console.log);`;
  expect(execFileSync(process.execPath, ['-e', asking], { encoding: 'utf8' })).toBe('answer\n');
});

it.each([
  ['hangs', 'for (;;);', 2, 'it takes longer than 2 s'],
  [
    'eats memory outside of the heap',
    'const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1));',
    60,
    'it takes too much memory',
  ],
  ['eats the heap', 'const all = []; for (;;) all.push([{}]);', 60, 'it takes too much memory'],
  ['throws', 'throw new Error("no such page")', 60, 'no such page'],
  ['ends', 'process.exit()', 60, 'its thread ended'],
])('is ended where it %s', async (_, code, patience, message) => {
  await expect(ask(code, patience)).rejects.toThrow(message);
});
