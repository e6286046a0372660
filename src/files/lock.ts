import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './projectFolder';

interface LockModule {
  withLock<Result>(path: string, action: () => Promise<Result>): Promise<Result>;
}

/**
 * Runs an action while no other process that asks for the same lock runs its own, on this machine or on another that
 * shares the folder.
 *
 * @param path of the lock file; its folder is created
 */
export async function withLock<Result>(
  path: string,
  action: () => Promise<Result>,
): Promise<Result> {
  // The script that makes a fresh clone runnable needs the lock too, before anything is compiled.
  const script = join(projectFolder(), 'scripts', 'lock.mjs');
  const lock = (await import(pathToFileURL(script).href)) as LockModule;
  return lock.withLock(path, action);
}
