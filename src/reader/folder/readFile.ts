import type { Picture } from '../../picture/picture';
import { readPictures } from '../../picture/file/readPicture';
import type { FailedPicture, ReadPicture } from '../page/outcome';
import { readPage, type ReadOptions } from '../page/readPage';
import type { PageReader } from '../pageReader';

/** What a page of a picture file gave, with its pixels where there are some. */
export type FilePage =
  | { readonly outcome: ReadPicture; readonly picture: Picture }
  | { readonly outcome: FailedPicture; readonly picture?: undefined };

/**
 * Reads the digits of all pages of a picture file, one page at a time.
 *
 * @param file its path
 * @returns every page; where the file, or what is left of it, cannot be read, the last one says why
 */
export async function* readFile(
  file: string,
  reader: Omit<PageReader, 'dispose'>,
  options: ReadOptions = {},
): AsyncGenerator<FilePage, void> {
  try {
    for await (const { picture, ...place } of readPictures(file)) {
      const { reading } = await readPage(picture, reader, options);
      yield { outcome: { file, ...place, ...reading }, picture };
    }
  } catch (error) {
    yield { outcome: { file, error: (error as Error).message } };
  }
}
