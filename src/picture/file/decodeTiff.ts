import type { Bitmap } from './bitmap';
import { checkTiffDirectories, tiffTag } from './tiffDirectory';

/**
 * Decodes the pages of a TIFF file, one at a time.
 *
 * @param bytes the file's content
 * @param checkSize called with the size of every page before it is decoded; throws where that is too large
 * @throws Error where the file is damaged or of a rare kind
 */
export async function* decodeTiff(
  bytes: Buffer,
  checkSize: (width: number, height: number) => void,
): AsyncGenerator<Bitmap & { readonly orientation: number }, void> {
  checkTiffDirectories(bytes);
  const { default: utif } = await import('utif2');
  for (const directory of utif.decode(bytes)) {
    const first = (tag: number): number =>
      Number((directory[`t${tag}`] as number[] | undefined)?.[0]);
    const [width, height] = [first(tiffTag.width), first(tiffTag.height)];
    // What has no size is no page, but, say, a profile of colours.
    if (!(width > 0 && height > 0)) continue;
    checkSize(width, height);
    utif.decodeImage(bytes, directory);
    const data = utif.toRGBA8(directory);
    const orientation = first(tiffTag.orientation) || 1;
    yield { width: directory.width, height: directory.height, data, orientation };
  }
}
