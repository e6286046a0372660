import { Jimp } from 'jimp';
import jpeg from '@jimp/js-jpeg';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { decodePicture } from '../../../src/picture/file/readPicture';

/** A picture of soft colours, 120 by 80 pixels. */
function photo(): Promise<Buffer> {
  const image = new Jimp({ width: 120, height: 80 });
  for (let y = 0; y < 80; y++) {
    for (let x = 0; x < 120; x++) {
      const colour = [2 * x, 3 * y, x + y].reduce((sum, value) => 256 * sum + value, 0);
      image.setPixelColor(256 * colour + 255, x, y);
    }
  }
  return image.getBuffer('image/jpeg', { quality: 90 });
}

const decodeWithJavaScript = jpeg().decode;

describe('a JPEG picture', () => {
  it('is decoded as the decoder in JavaScript does it, but for rounding', async () => {
    const bytes = await photo();
    const { width, height, data } = await decodePicture(bytes);
    const expected = decodeWithJavaScript(bytes);
    expect({ width, height }).toEqual({ width: 120, height: 80 });
    const differences = Array.from(data, (value, at) => Math.abs(value - expected.data[at]));
    expect(Math.max(...differences)).toBeLessThan(12);
    expect(differences.reduce((a, b) => a + b) / differences.length).toBeLessThan(1);
  });

  it('is decoded beside others at the same time', async () => {
    const bytes = await photo();
    const cut = bytes.subarray(0, bytes.length / 2);
    const results = await Promise.allSettled(
      [bytes, cut, bytes, cut].map((each) => decodePicture(each)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
  });

  it('that is damaged is refused, or decoded to its whole size', async () => {
    const bytes = await photo();
    const random = createRandom(1);
    for (let trial = 0; trial < 8; trial++) {
      const damaged = Buffer.from(bytes);
      for (let flip = 0; flip < 8; flip++) damaged[200 + random.integer(bytes.length - 200)] ^= 85;
      const picture = await decodePicture(damaged).catch(() => undefined);
      if (picture) expect(picture.data).toHaveLength(4 * picture.width * picture.height);
    }
  });

  it('of a kind that the fast decoder does not know is decoded by the other one', async () => {
    const { width, height } = await decodePicture(Buffer.from(printColours, 'base64'));
    expect({ width, height }).toEqual({ width: 8, height: 8 });
  });
});

/** A JPEG in the four ink colours of print (CMYK), 8 by 8 pixels. */
const printColours = `
/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1
hpCeo6utq2eAvMm6pseZqKuk/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAUEBv/EABQQ
AQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AJOq2jf/Z`;
