import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { withLock } from '../../src/files/lock';
import { dieWithLock, LOCK_SCRIPT } from '../setup/lockScript';
import { temporaryFolder } from '../setup/temporaryFolder';

interface LockScript {
  withLock<Result>(path: string, action: () => Promise<Result>, patience: number): Promise<Result>;
}

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
  dieWithLock(path);
  expect(existsSync(path)).toBe(true);
  expect(await withLock(path, () => Promise.resolve('mine'))).toBe('mine');
});

it('a lock of a dead process whose number another has got since is taken over', async () => {
  const path = join(temporaryFolder(), '.lock');
  const own = await withLock(path, () => Promise.resolve(readFileSync(path, 'utf8')));
  writeFileSync(path, own.replace(/\d+$/, '1'));
  expect(await withLock(path, () => Promise.resolve('mine'))).toBe('mine');
});

it('a lock does not care that the clock goes backwards', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1e12 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const path = join(temporaryFolder(), '.lock');
  const events: string[] = [];
  const act = (name: string) =>
    withLock(path, () => {
      events.push(name);
      vi.setSystemTime(Date.now() - 1e9);
      return Promise.resolve();
    });
  await Promise.all([act('a'), act('b')]);
  expect(events).toEqual(['a', 'b']);
});

describe('a lock of a process on another machine', () => {
  // A process here has that number, and nobody there can be asked.
  const owner = `${process.pid} elsewhere 1`;
  const takeLock = async (path: string, patience: number): Promise<string> => {
    const script = (await import(LOCK_SCRIPT)) as LockScript;
    return script.withLock(path, () => Promise.resolve('mine'), patience);
  };

  it('is held as long as it is touched now and then', async () => {
    const path = join(temporaryFolder(), '.lock');
    writeFileSync(path, owner);
    let beats = 0;
    const beating = setInterval(() => {
      // Its clock is wrong.
      utimesSync(path, 1000, 1000 + ++beats);
    }, 100);
    const mine = takeLock(path, 2500);
    await sleep(4000);
    expect(readFileSync(path, 'utf8')).toBe(owner);
    clearInterval(beating);
    rmSync(path);
    expect(await mine).toBe('mine');
  });

  it.each([
    ['is not', owner],
    ['is empty, as a disk may leave it that lost its power', ''],
  ])('is removed where it %s, in all that time', async (_, content) => {
    const path = join(temporaryFolder(), '.lock');
    writeFileSync(path, content);
    expect(await takeLock(path, 1000)).toBe('mine');
  });

  it('is not removed by whoever was held up meanwhile', async () => {
    const path = join(temporaryFolder(), '.lock');
    await withLock(path, () => {
      writeFileSync(path, owner);
      return Promise.resolve();
    });
    expect(readFileSync(path, 'utf8')).toBe(owner);
  });
});
