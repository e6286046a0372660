import { fromBufferPromise } from 'yauzl';

/** The most bytes that a file in the archive may have. */
const MOST_BYTES = 500e6;

/**
 * Takes files out of a zip archive.
 *
 * @param archive its content
 * @param names which ones
 * @returns the content of each that is there
 * @throws Error where the archive is damaged, or a file unpacks to more than 500 MB
 */
export async function unzip(
  archive: Buffer,
  names: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (!names.includes(entry.fileName)) continue;
    if (entry.uncompressedSize > MOST_BYTES) {
      throw new Error(`${entry.fileName} of ${entry.uncompressedSize} bytes`);
    }
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}
