import jpeg from '@jimp/js-jpeg';
import type { Bitmap } from './bitmap';
import { MAX_MEMORY, MAX_PIXELS } from './pictureLimits';

/**
 * Decodes a JPEG picture of any kind, slowly, and refuses what is damaged.
 *
 * @param bytes the file's content
 * @throws Error where the file is damaged
 */
export function decodeRareJpeg(bytes: Buffer): Bitmap {
  return jpeg().decode(bytes, {
    maxResolutionInMP: MAX_PIXELS / 1e6,
    maxMemoryUsageInMB: MAX_MEMORY / 1e6,
  });
}
