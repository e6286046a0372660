import { spawnSync } from 'node:child_process';

/** The processes that a process has started, and those that they have, by `ps`. */
function descendantsOf(root: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [root];
  // Those that are found meanwhile are looked at in their turn.
  for (const parent of found) {
    found.push(...pairs.filter(([, of]) => of === parent).map(([pid]) => pid));
  }
  return found.slice(1);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

/** Kills a process and all that it has started; none of them gets to do anything more. */
export function killTree(root: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(root), '/T', '/F']);
    return;
  }
  const stopped = new Set<number>();
  // What is stopped starts nothing more: once nobody new is found, all are.
  for (let waiting = [root]; waiting.length > 0;) {
    for (const pid of waiting) {
      signal(pid, 'SIGSTOP');
      stopped.add(pid);
    }
    waiting = descendantsOf(root).filter((pid) => !stopped.has(pid));
  }
  for (const pid of stopped) signal(pid, 'SIGKILL');
}
