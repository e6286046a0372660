import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

function mount(folder: string, kilobytes: number): boolean {
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder];
  return spawnSync('mount', options).status === 0;
}

function remove(folder: string): void {
  spawnSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
}

/** Whether this user may mount disks; root in most containers may not. */
export const mayMount = ((): boolean => {
  if (process.platform !== 'linux') return false;
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const is = mount(folder, 4);
  remove(folder);
  return is;
})();

/** A folder on a small disk of its own, which goes when the running test is over. */
export function ownDisk(kilobytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  if (!mount(folder, kilobytes)) throw new Error(`${folder}: expected to mount a disk there`);
  onTestFinished(() => {
    remove(folder);
  });
  return folder;
}

/** Lets nothing more be written to such a disk, not even by root. */
export function makeReadOnly(folder: string): void {
  spawnSync('mount', ['-o', 'remount,ro', folder]);
}
