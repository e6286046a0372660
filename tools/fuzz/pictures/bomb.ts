import { constants, deflateRawSync } from 'node:zlib';

/** Zeros that are packed at once. */
const PART = 64e6;

/** Content in the zlib format that unpacks to so many bytes of zeros, and to gigabytes from a file of some kilobytes. */
export function zlibBomb(byteLength: number): Buffer {
  const part = deflateRawSync(Buffer.alloc(PART), {
    level: 9,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const header = Buffer.of(0x78, 0xda);
  const end = Buffer.of(0x03, 0x00, 0, 0, 0, 1);
  return Buffer.concat([
    header,
    ...Array.from({ length: Math.ceil(byteLength / PART) }, () => part),
    end,
  ]);
}
