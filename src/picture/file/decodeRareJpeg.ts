import utif from 'utif2';
import type { Bitmap } from './bitmap';

/** The decoder of JPEG that utif2 brings along, which its types leave out. */
const { JpegDecoder } = utif as unknown as {
  readonly JpegDecoder: new () => {
    readonly width: number;
    readonly height: number;
    parse(bytes: Uint8Array): void;
    /** Red, green and blue of each pixel. */
    getData(options: object): Uint8ClampedArray;
  };
};

const [START_OF_SCAN, END_OF_IMAGE] = [Buffer.of(0xff, 0xda), Buffer.of(0xff, 0xd9)];

/**
 * Decodes a JPEG picture of any kind, those in the ink colours of print among them; slowly. What is damaged it refuses.
 *
 * @param bytes the file's content
 * @throws Error where the file is damaged
 */
export function decodeRareJpeg(bytes: Buffer): Bitmap {
  // The decoder does not mind where the file breaks off.
  if (bytes.lastIndexOf(END_OF_IMAGE) <= bytes.lastIndexOf(START_OF_SCAN)) {
    throw new Error('a JPEG file without its end');
  }
  const decoder = new JpegDecoder();
  decoder.parse(bytes);
  const { width, height } = decoder;
  const colours = decoder.getData({ width, height, forceRGB: true, isSourcePDF: false });
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let from = 0, to = 0; to < data.length; from += 3, to += 4) {
    data[to] = colours[from];
    data[to + 1] = colours[from + 1];
    data[to + 2] = colours[from + 2];
  }
  return { width, height, data };
}
