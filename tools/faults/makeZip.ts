import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Unix permissions. */
  readonly mode?: number;
}

function fields(...sized: readonly [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(sized.reduce((sum, [, bytes]) => sum + bytes, 0));
  let offset = 0;
  for (const [value, bytes] of sized) offset = buffer.writeUIntLE(value, offset, bytes);
  return buffer;
}

/** Packs files into a zip archive: local headers with the compressed content, then the directory. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o644 } of entries) {
    const packed = deflateRawSync(content);
    const common = Buffer.concat([
      // version, flags, method 8 (deflate), time, date
      fields([20, 2], [0, 2], [8, 2], [0, 2], [0x21, 2]),
      fields([crc32(content), 4], [packed.length, 4], [Buffer.byteLength(content), 4]),
      fields([Buffer.byteLength(name), 2], [0, 2]),
    ]);
    const file = Buffer.concat([fields([0x04034b50, 4]), common, Buffer.from(name), packed]);
    directory.push(
      fields([0x02014b50, 4], [0x0314, 2]),
      common,
      // comment, disk, attributes, the upper half of which is the mode, place of the file
      fields([0, 2], [0, 2], [0, 2], [((0o100000 | mode) << 16) >>> 0, 4], [offset, 4]),
      Buffer.from(name),
    );
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  const count = entries.length;
  const end = fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4]);
  return Buffer.concat([...files, list, end, fields([offset, 4], [0, 2])]);
}
