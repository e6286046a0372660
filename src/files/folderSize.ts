import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The size of all files below a folder in bytes; files that come and go meanwhile do no harm. */
export function folderSize(folder: string): number {
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const stat = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
    if (stat?.isFile()) size += stat.size;
  }
  return size;
}
