import type { Bitmap } from './bitmap';

/**
 * Decodes the main picture of a HEIC file, as iPhones take them; turned upright as the file says.
 *
 * @param bytes the file's content
 * @throws Error where there is none, or it is damaged
 */
export async function decodeHeic(bytes: Buffer): Promise<Bitmap> {
  const { HeifDecoder } = (await import('libheif-js/wasm-bundle.js')).default;
  const file = new HeifDecoder();
  const pictures = file.decode(bytes);
  // libheif writes what it cannot decode to the standard output, where answers belong.
  const { log } = console;
  console.log = () => undefined;
  try {
    const [picture] = pictures;
    if (pictures.length === 0) throw new Error('no picture in it');
    const [width, height] = [picture.get_width(), picture.get_height()];
    const empty = { width, height, data: new Uint8ClampedArray(4 * width * height) };
    const bitmap = await new Promise<Bitmap | null>((resolve) => {
      picture.display(empty, resolve);
    });
    if (!bitmap) throw new Error('a picture that libheif cannot decode');
    return bitmap;
  } finally {
    console.log = log;
    for (const picture of pictures) picture.free();
    file.decoder.delete();
  }
}
