import { describe, expect, it } from 'vitest';
import { framePicture } from '../../../src/reader/page/framePicture';

/** A picture in one colour, with a red pixel in its middle. */
function pictureOf(width: number, height: number): Parameters<typeof framePicture>[0] {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < data.length; at += 4) data.set([200, 190, 180, 255], at);
  data.set([255, 0, 0, 255], 4 * ((height >> 1) * width + (width >> 1)));
  return { width, height, data };
}

describe('a margin around a picture', () => {
  it('is half as wide as a small picture is high, in the colour of its border', () => {
    const { picture, margin } = framePicture(pictureOf(30, 10));
    expect([margin, picture.width, picture.height]).toEqual([5, 40, 20]);
    expect([...picture.data.subarray(0, 4)]).toEqual([200, 190, 180, 255]);
    expect([...picture.data.subarray(-4)]).toEqual([200, 190, 180, 255]);
    const middle = 4 * ((5 + 5) * 40 + 5 + 15);
    expect([...picture.data.subarray(middle, middle + 4)]).toEqual([255, 0, 0, 255]);
  });

  it('is not needed by a large picture', () => {
    const large = pictureOf(200, 160);
    const { picture, margin } = framePicture(large);
    expect(margin).toBe(0);
    expect(picture).toBe(large);
    expect(framePicture(pictureOf(200, 159)).margin).toBe(80);
  });
});
