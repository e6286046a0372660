import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often the owner of a lock shows that it is there, and how long it may be silent; milliseconds. */
const [BEAT, PATIENCE] = [10_000, 120_000];

/** Where the number of a process tells which one it is: in one container of one machine, until that starts again. */
function findPlace() {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    // Only Linux tells it this way.
    return hostname();
  }
}

const place = findPlace();

/** Says which process has a number now: after a while it may be another one. */
function identify(pid) {
  try {
    // What stands before the last parenthesis is the program's name; the start is the 22nd field of all.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${pid} ${place} ${fields[19]}`;
  } catch {
    return `${pid} ${place}`;
  }
}

const self = identify(process.pid);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Watches locks of other places, whose processes cannot be asked for: a lock is held as long as it is touched now and
 * then. Clocks differ between machines, so that only what changes while one watches counts.
 */
function watchBeats(patience) {
  const seen = new Map();
  return (path) => {
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    const before = seen.get(path);
    if (before?.touched === touched) return performance.now() - before.since < patience;
    seen.set(path, { touched, since: performance.now() });
    return true;
  };
}

/** Whether the owner of a lock is still at work. */
function isHeld(path, owner, isBeating) {
  const [pid, home] = owner.split(' ');
  if (home !== place) return isBeating(path);
  return isAlive(Number(pid)) && identify(Number(pid)) === owner;
}

/** What the files begin with that become locks: other machines may have a process of the same number. */
const startOfAsides = (path) => `${path}.${place.replace(/\W/g, '')}.`;

let taken = 0;

// The lock appears with its owner's name in it: one without would never be free again were its owner killed.
function tryToTake(path) {
  const aside = `${startOfAsides(path)}${process.pid}.${taken++}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(aside, self);
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
  const start = basename(startOfAsides(path));
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
function removeIfAbandoned(path, isBeating) {
  const owner = readOwner(path);
  if (owner === undefined || isHeld(path, owner, isBeating)) return owner;
  const removal = `${path}.removal`;
  if (!tryToTake(removal)) {
    removeIfAbandoned(removal, isBeating);
    return owner;
  }
  try {
    if (readOwner(path) === owner) rmSync(path);
  } finally {
    rmSync(removal);
  }
  return undefined;
}

/** Shows those who wait on other machines, now and then, that the owner of a lock is there. */
function startBeating(path) {
  const timer = setInterval(() => {
    try {
      const now = new Date();
      if (readOwner(path) === self) utimesSync(path, now, now);
    } catch {
      // A disk that is away for a moment does not end the work.
    }
  }, BEAT);
  return timer.unref();
}

/**
 * Runs an action while no other process that asks for the same lock runs its own, on this machine or on another that
 * shares the folder.
 *
 * @param {string} path of the lock file; its folder is created
 * @template Result
 * @param {() => Promise<Result>} action
 * @param {number} patience after so many milliseconds without a sign of life another machine's lock is removed
 * @returns {Promise<Result>}
 */
export async function withLock(path, action, patience = PATIENCE) {
  const isBeating = watchBeats(patience);
  for (let told = false; !tryToTake(path);) {
    const owner = removeIfAbandoned(path, isBeating);
    if (owner === undefined) continue;
    if (!told) {
      const [pid, home] = owner.split(' ');
      const who =
        home === place ? `process ${pid}` : 'a process of another machine, or of before a restart';
      console.error(`Waiting for ${who}, which is at the same work (lock: ${path}) …`);
      told = true;
    }
    await sleep(200);
  }
  removeLeftovers(path);
  const beating = startBeating(path);
  // Whoever was held up for longer than others wait finds the lock of another.
  const release = () => {
    if (readOwner(path) === self) rmSync(path, { force: true });
  };
  process.once('exit', release);
  try {
    return await action();
  } finally {
    clearInterval(beating);
    process.off('exit', release);
    release();
  }
}
