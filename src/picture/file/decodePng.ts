import png from '@jimp/js-png';
import type { Bitmap } from './bitmap';

/** Bytes of a PNG file before its first chunk, and of a chunk besides what it holds: its length, name and checksum. */
const [SIGNATURE, FRAME] = [8, 12];

/**
 * Decodes a PNG picture.
 *
 * @param bytes the file's content
 * @throws Error where the file is damaged
 */
export function decodePng(bytes: Buffer): Bitmap {
  // The decoder would take the size that the last of several headers tells.
  if (countHeaders(bytes) > 1) throw new Error('more than one header');
  return png().decode(bytes);
}

function countHeaders(bytes: Buffer): number {
  let count = 0;
  for (let at = SIGNATURE; at + FRAME <= bytes.length; at += FRAME + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IHDR') count++;
  }
  return count;
}
