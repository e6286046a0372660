import utif from 'utif2';
import type { Bitmap } from './bitmap';
import { checkTiffDirectories, tiffTag } from './tiffDirectory';
import { decodeTiffPixels, valueOf } from './tiffPixels';

/**
 * Decodes the pages of a TIFF file, one at a time.
 *
 * @param bytes the file's content
 * @param checkSize called with the size of every page before it is decoded; throws where that is too large
 * @throws RefusedPicture where a page's pixels are stored in a way that is not known
 * @throws Error where the file is damaged
 */
export function* decodeTiff(
  bytes: Buffer,
  checkSize: (width: number, height: number) => void,
): Generator<Bitmap & { readonly orientation: number }, void> {
  checkTiffDirectories(bytes);
  // The decoder copies any other kind of buffer, for each page.
  const file = new Uint8Array(bytes).buffer;
  for (const directory of utif.decode(file)) {
    const width = valueOf(directory, tiffTag.width);
    const height = valueOf(directory, tiffTag.height);
    // What has no size is no page, but, say, a profile of colours.
    if (width === undefined || height === undefined || !(width > 0 && height > 0)) continue;
    checkSize(width, height);
    const data = decodeTiffPixels(file, directory);
    yield { width, height, data, orientation: valueOf(directory, tiffTag.orientation) ?? 1 };
  }
}
