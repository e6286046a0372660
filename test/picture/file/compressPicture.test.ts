import { expect, test } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { decodePicture } from '../../../src/picture/file/readPicture';
import { dataUrl, compressPicture } from '../../../src/picture/file/compressPicture';
import { encodePng } from '../../../src/picture/file/encodePng';

test('a PNG gives back every pixel', async () => {
  const data = Uint8ClampedArray.of(
    255,
    0,
    0,
    255,
    0,
    128,
    0,
    255,
    1,
    2,
    3,
    255,
    9,
    8,
    7,
    255,
    0,
    0,
    0,
    255,
    200,
    100,
    50,
    255,
  );
  const picture = await decodePicture(encodePng({ width: 3, height: 2, data }, 'drawing'));
  expect([picture.width, picture.height]).toEqual([3, 2]);
  expect([...picture.data]).toEqual([...data]);
});

test('a drawing is kept exactly, a photo made small', async () => {
  const [width, height] = [200, 100];
  const drawing = new Uint8ClampedArray(width * height * 4).fill(255);
  expect(compressPicture({ width, height, data: drawing }).type).toBe('image/png');

  const random = createRandom(1);
  const photo = drawing.map((_, at) => (at % 4 === 3 ? 255 : 128 + 4 * random.normal()));
  const encoded = compressPicture({ width, height, data: photo });
  expect(encoded.type).toBe('image/jpeg');
  const decoded = await decodePicture(encoded.content);
  expect([decoded.width, decoded.height]).toEqual([width, height]);
  expect(Math.abs(decoded.data[0] - 128)).toBeLessThan(20);
});

test('a picture can be written as a URL', () => {
  expect(dataUrl({ type: 'image/png', content: Buffer.from('abc') })).toBe(
    'data:image/png;base64,YWJj',
  );
});
