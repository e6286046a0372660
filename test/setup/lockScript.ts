import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../src/files/projectFolder';

/** The address of the module that takes locks. */
export const LOCK_SCRIPT = pathToFileURL(join(projectFolder(), 'scripts', 'lock.mjs')).href;

/** A line of Node's code that imports it. */
export const importLock = `import { withLock } from ${JSON.stringify(LOCK_SCRIPT)};`;

/** Lets a process die that has taken a lock. */
export function dieWithLock(path: string): void {
  const die = "() => process.kill(process.pid, 'SIGKILL')";
  const code = `${importLock}\nawait withLock(${JSON.stringify(path)}, ${die});`;
  spawnSync(process.execPath, ['--input-type=module', '--eval', code]);
}
