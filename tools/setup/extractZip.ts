import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';
import { startProgress } from '../../src/cli/progress';
import { makeFolder } from '../../src/files/makeFolder';

/**
 * Extracts some files of a zip archive, with their permissions, and shows the progress.
 *
 * @param archive the path of the zip
 * @param folder where to; folders on the way are created
 * @param place gives a file's path below `folder` for its name in the archive; undefined leaves it out
 * @returns how many files were extracted
 * @throws Error where the archive is damaged
 */
export async function extractZip(
  archive: string,
  folder: string,
  place: (name: string) => string | undefined,
): Promise<number> {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  const chosen: { entry: Entry; path: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
    if (path !== undefined) chosen.push({ entry, path: join(folder, path) });
  }
  const total = chosen.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const progress = startProgress('Unpacking', total, 'MB');
  let done = 0;
  for (const { entry, path } of chosen) {
    makeFolder(dirname(path));
    const content = await zip.openReadStreamPromise(entry);
    content.on('data', (chunk: Buffer) => {
      done += chunk.length;
      progress.update(done);
    });
    // The upper half is what Unix calls the mode; systems without modes leave it 0.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    await pipeline(content, createWriteStream(path, { mode, flush: true }));
  }
  progress.end();
  zip.close();
  return chosen.length;
}
