import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Says which process has a number now: after a while, or a restart of the machine, it may be another one. */
function identify(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // What stands before the last parenthesis is the program's name; the start is the 22nd field of all.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${pid} ${boot} ${fields[19]}`;
  } catch {
    // Only Linux tells it this way.
    return String(pid);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const isHeld = (owner) => {
  const pid = Number(owner.split(' ')[0]);
  return pid > 0 && isAlive(pid) && (!owner.includes(' ') || identify(pid) === owner);
};

let taken = 0;

// The lock appears with its owner's name in it: one without would never be free again were its owner killed.
function tryToTake(path) {
  const aside = `${path}.${process.pid}.${taken++}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(aside, identify(process.pid));
    try {
      linkSync(aside, path);
    } catch (error) {
      if (error.code === 'EEXIST') throw error;
      // Some disks know no links.
      copyFileSync(aside, path, constants.COPYFILE_EXCL);
    }
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Error(
      `${path}: expected to write a lock, found ${error.code}: no room, no permission or a read-only disk; ` +
        'make room there, or choose another place',
      { cause: error },
    );
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Removes what those have left who were killed while they tried to take the lock. */
function removeLeftovers(path) {
  const start = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    const pid = name.startsWith(start) && /^(\d+)\.\d+$/.exec(name.slice(start.length))?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(dirname(path), name), { force: true });
  }
}

function readOwner(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

// A killed process leaves its lock behind. Those who find it need a lock to remove it, and look again once they have
// that: otherwise a slow one would remove the lock of the next owner.
function removeIfAbandoned(path) {
  const owner = readOwner(path);
  if (owner === undefined || isHeld(owner)) return owner;
  const removal = `${path}.removal`;
  if (!tryToTake(removal)) {
    removeIfAbandoned(removal);
    return owner;
  }
  try {
    if (readOwner(path) === owner) rmSync(path);
  } finally {
    rmSync(removal);
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
  for (let told = false; !tryToTake(path);) {
    const owner = removeIfAbandoned(path);
    if (owner === undefined) continue;
    if (!told) {
      const [pid] = owner.split(' ');
      console.error(`Waiting for process ${pid}, which is at the same work (lock: ${path}) …`);
      told = true;
    }
    await sleep(200);
  }
  removeLeftovers(path);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await action();
  } finally {
    process.off('exit', release);
    release();
  }
}
