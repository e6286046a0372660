import { layOnPaper } from '../../picture/layOnPaper';
import type { Picture } from '../../picture/picture';

/** More pixels are not read: a picture takes four bytes a pixel, several times. */
const MOST_PIXELS = 64e6;

/**
 * Decodes a picture with what the browser has for it, laid on paper where it is transparent; a photo is turned upright
 * as its camera says.
 *
 * @param blob the content of a picture's file
 * @param name what errors call it
 * @throws Error where the browser does not know the format, or the picture is too large
 */
export async function decodePicture(blob: Blob, name: string): Promise<Picture> {
  const bitmap = await createImageBitmap(blob).catch(() => {
    throw new Error(
      `${name}: expected a picture that this browser can show, found ${blob.type || 'something else'}; ` +
        'save it as PNG or JPEG',
    );
  });
  try {
    return pictureOf(bitmap, name);
  } finally {
    bitmap.close();
  }
}

/**
 * The pixels of what a browser can draw.
 *
 * @throws Error where there are too many
 */
export function pictureOf(source: ImageBitmap | HTMLVideoElement, name: string): Picture {
  const isVideo = source instanceof HTMLVideoElement;
  const width = isVideo ? source.videoWidth : source.width;
  const height = isVideo ? source.videoHeight : source.height;
  if (width * height > MOST_PIXELS) {
    throw new Error(
      `${name}: expected at most ${MOST_PIXELS / 1e6} megapixels, found ${width} x ${height} pixels; make it smaller`,
    );
  }
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(source, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return layOnPaper({ width, height, data });
}
