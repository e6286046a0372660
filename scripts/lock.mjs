import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function tryToTake(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// A killed process leaves its lock behind. Renaming it first lets only one of those who wait remove it.
function removeIfAbandoned(path) {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    // 0: the owner has made the file and not yet written its number.
    if (owner === 0 || isAlive(owner)) return owner;
    const aside = `${path}.${process.pid}`;
    renameSync(path, aside);
    rmSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return undefined;
}

/**
 * Runs an action while no other process that asks for the same lock runs its own.
 *
 * @param {string} path of the lock file; its folder is created
 * @template Result
 * @param {() => Promise<Result>} action
 * @returns {Promise<Result>}
 */
export async function withLock(path, action) {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !tryToTake(path);) {
    const owner = removeIfAbandoned(path);
    if (owner === undefined) continue;
    if (!told) {
      console.error(`Waiting for process ${owner}, which is at the same work (lock: ${path}) …`);
      told = true;
    }
    await sleep(200);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await action();
  } finally {
    process.off('exit', release);
    release();
  }
}
