import { fromBufferPromise } from 'yauzl';

/** The most bytes that may be taken out of an archive: ten times those of a large network for digits. */
const MOST_BYTES = 200e6;

/**
 * Takes files out of a zip archive.
 *
 * @param archive its content
 * @param names which ones
 * @returns the content of each that is there
 * @throws Error where the archive is damaged, or its files unpack to more than 200 MB
 */
export async function unzip(
  archive: Buffer,
  names: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (!names.includes(entry.fileName)) continue;
    // Each time that a name occurs counts.
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_BYTES) throw new Error(`more than ${MOST_BYTES / 1e6} MB unpacked`);
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}
