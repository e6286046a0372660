/** The most pixels that are read: room for a 50-megapixel camera, but not for a decompression bomb. */
const MAX_PIXELS = 64e6;

/** What decoding may need of memory, in bytes: room for the most pixels, several times. */
export const MAX_MEMORY = 1.3e9;

/** The most bytes of a file: room for the most pixels without compression, at 16 bits a colour. */
export const MAX_FILE = 520e6;

/** A picture that may be whole, but is not read; its message tells what was expected and found, and what to do. */
export class RefusedPicture extends Error {}

/** @throws {@link RefusedPicture} where a picture has more pixels than are read */
export function checkSize(width: number, height: number): void {
  if (width * height <= MAX_PIXELS) return;
  throw new RefusedPicture(
    `expected at most ${MAX_PIXELS / 1e6} megapixels, found ${width} x ${height} pixels; make the picture smaller`,
  );
}
