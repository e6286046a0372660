/** The most pixels that are read: room for a 50-megapixel camera, but not for a decompression bomb. */
export const MAX_PIXELS = 64e6;

/** What a decoder may need of memory, in bytes: room for the most pixels, several times. */
export const MAX_MEMORY = 1e9;

/** A picture has more pixels than are read. */
export class TooLargeError extends Error {
  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    super(
      `expected at most ${MAX_PIXELS / 1e6} megapixels, found ${width} x ${height} pixels; make the picture smaller`,
    );
  }
}

/** @throws {@link TooLargeError} where a picture has more pixels than are read */
export function checkSize(width: number, height: number): void {
  if (!(width * height <= MAX_PIXELS)) throw new TooLargeError(width, height);
}
