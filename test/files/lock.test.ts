import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withLock } from '../../src/files/lock';
import { temporaryFolder } from '../setup/temporaryFolder';

it('two actions under one lock never run at once', async () => {
  const path = join(temporaryFolder(), '.lock');
  const events: string[] = [];
  const act = (name: string) =>
    withLock(path, async () => {
      events.push(`${name} begins`);
      await sleep(50);
      events.push(`${name} ends`);
    });
  await Promise.all([act('a'), act('b')]);
  expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(existsSync(path)).toBe(false);
});

it('the lock is free again after an action that fails', async () => {
  const path = join(temporaryFolder(), '.lock');
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(path, () => Promise.resolve(7))).toBe(7);
});

it('a lock that a dead process has left behind is taken over', async () => {
  const path = join(temporaryFolder(), '.lock');
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  writeFileSync(path, String(pid));
  expect(await withLock(path, () => Promise.resolve('mine'))).toBe('mine');
});
