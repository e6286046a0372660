import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { foundInstead } from '../files/readError';
import { oneLine } from '../numbers/quote';

/** An array of bytes as the IDX format stores it. */
export interface IdxArray {
  /** The length of every dimension, outermost first: [count] or [count, height, width]. */
  readonly shape: readonly number[];
  /** The values in 0..255, the last dimension running fastest. */
  readonly data: Uint8Array;
}

/** What a packed file may unpack to: ten times the digits of MNIST. */
const MAX_UNPACKED = 500e6;

/** What IDX calls values of one unsigned byte, the only type digits come in. */
const UNSIGNED_BYTE = 0x08;

/**
 * Reads the array out of the bytes of an IDX file.
 *
 * The format: two zero bytes, the type of the values, the number of dimensions, the length of each as
 * 32-bit big-endian, then the values (yann.lecun.com/exdb/mnist).
 *
 * @param bytes the file's content, unpacked
 * @param name what errors call the file
 * @throws RangeError where the magic number, the shape or the length is wrong
 */
export function decodeIdx(bytes: Uint8Array, name: string): IdxArray {
  if (bytes.length < 4) {
    throw new RangeError(`${name}: expected an IDX file, found only ${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  const dimensions = magic & 0xff;
  if (magic >>> 8 !== UNSIGNED_BYTE || dimensions === 0) {
    throw new RangeError(
      `${name}: expected an IDX file of bytes (magic number 0x000008NN, NN dimensions), ` +
        `found 0x${magic.toString(16).padStart(8, '0')}`,
    );
  }
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) {
    throw new RangeError(
      `${name}: expected a header of ${header} bytes, found a file of ${bytes.length}; get it again`,
    );
  }
  const shape = Array.from({ length: dimensions }, (_, axis) => view.getUint32(4 + 4 * axis));
  const expected = shape.reduce((product, length) => product * length, 1);
  const found = bytes.length - header;
  if (found !== expected) {
    throw new RangeError(
      `${name}: expected ${expected} values for the shape [${shape.join(', ')}], found ${found}; ` +
        `the file is ${found < expected ? 'truncated' : 'too long'}, get it again`,
    );
  }
  return { shape, data: bytes.subarray(header) };
}

/**
 * Writes an array as the bytes of an IDX file.
 *
 * @param array the shape and as many values as it asks for
 * @throws RangeError where the number of values does not fit the shape
 */
export function encodeIdx({ shape, data }: IdxArray): Uint8Array {
  const expected = shape.reduce((product, length) => product * length, 1);
  if (shape.length === 0 || shape.length > 255 || data.length !== expected) {
    throw new RangeError(
      `expected ${expected} values for the shape [${shape.join(', ')}], found ${data.length}`,
    );
  }
  const header = 4 + 4 * shape.length;
  const bytes = new Uint8Array(header + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, (UNSIGNED_BYTE << 8) | shape.length);
  shape.forEach((length, axis) => {
    view.setUint32(4 + 4 * axis, length);
  });
  bytes.set(data, header);
  return bytes;
}

/**
 * Reads any file and unpacks it where it is gzipped.
 *
 * @param path the file's path
 * @throws Error where the file can't be read or its compressed content is damaged
 */
export function readMaybeGzipped(path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(
      `${path}: expected a readable file, found ${foundInstead(error)}; check the path`,
      { cause: error },
    );
  }
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    const found =
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? `one that unpacks to more than ${MAX_UNPACKED} bytes; give it unpacked`
        : `damage (${oneLine((error as Error).message)}); get it again`;
    throw new Error(`${path}: expected a whole gzip file, found ${found}`, { cause: error });
  }
}

/**
 * Reads an IDX file, gzipped or not.
 *
 * @param path the file's path
 * @throws Error where the file can't be read, RangeError where it is not a whole IDX file of bytes
 */
export function readIdx(path: string): IdxArray {
  return decodeIdx(readMaybeGzipped(path), path);
}
