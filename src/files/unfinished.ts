import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what killed processes of this machine have left of a file or folder; what others are at stays. */
function removeLeftovers(path: string): void {
  const start = `${basename(path)}.${hostname()}.`;
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start) && /^(\d+)\.part$/.exec(name.slice(start.length))?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * The name under which this process may make a file or folder that is to appear whole.
 *
 * What processes that were killed have begun in its place is removed.
 *
 * @param path what it will be; its folder is there
 */
export function unfinishedPath(path: string): string {
  removeLeftovers(path);
  // Of machines that share a folder, several may have a process of this number.
  return `${path}.${hostname()}.${process.pid}.part`;
}
