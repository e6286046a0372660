import { beforeAll, describe, expect, it } from 'vitest';
import { loadMnist, type Mnist } from '../../src/digits/mnist';
import { normalizeDigit } from '../../src/digits/normalizeDigit';
import type { Plane } from '../../src/picture/picture';
import { plane } from '../textArt';

/** The box around the ink: left, top, right, bottom. */
function inkBox(image: Uint8Array): number[] {
  const inked = [...image.keys()].filter((at) => image[at] > 0);
  const columns = inked.map((at) => at % 28);
  const rows = inked.map((at) => Math.floor(at / 28));
  return [Math.min(...columns), Math.min(...rows), Math.max(...columns) + 1, Math.max(...rows) + 1];
}

/** Where the ink's weight lies, pixel centres at +0.5. */
function centreOfMass(image: Uint8Array): [x: number, y: number] {
  let [mass, x, y] = [0, 0, 0];
  for (let at = 0; at < image.length; at++) {
    mass += image[at];
    x += image[at] * ((at % 28) + 0.5);
    y += image[at] * (Math.floor(at / 28) + 0.5);
  }
  return [x / mass, y / mass];
}

describe("MNIST's form of a digit", () => {
  it('has ink of 20 pixels on the long side, placed by its centre of mass', () => {
    // The centre of mass of the upright bar is (1, 10): it is placed at 15 - 1 and 15 - 10.
    expect(inkBox(normalizeDigit(plane('# # # # # # # # # #')))).toEqual([14, 5, 16, 25]);
    expect(inkBox(normalizeDigit(plane('##########')))).toEqual([5, 14, 25, 16]);
  });

  it('does not depend on the margins', () => {
    const bare = normalizeDigit(plane('### #.. ###'));
    const padded = normalizeDigit(plane('........ ....###. ....#... ....###. ........ ........'));
    expect(padded).toEqual(bare);
  });

  it('takes the mean of the area that each pixel covers', () => {
    // 40 columns become 20: each pixel covers two, of which one is ink in the middle.
    const wide: Plane<Uint8Array> = { width: 40, height: 2, data: new Uint8Array(80).fill(255) };
    wide.data[21] = 0;
    wide.data[61] = 0;
    const image = normalizeDigit(wide);
    const [x0, y0] = inkBox(image);
    expect([...image.subarray(y0 * 28 + x0 + 9, y0 * 28 + x0 + 12)]).toEqual([255, 128, 255]);
  });

  it('stretches the brightest pixel to 255', () => {
    expect(Math.max(...normalizeDigit(plane('11 12 11')))).toBe(255);
  });

  it('is empty where there is no ink', () => {
    expect(normalizeDigit(plane('... ...'))).toEqual(new Uint8Array(784));
  });

  it('stays inside the image where the ink lies far to one side', () => {
    const image = normalizeDigit({
      ...{ width: 20, height: 20 },
      data: Uint8Array.from({ length: 400 }, (_, at) => (at % 20 === 19 ? 255 : at === 0 ? 1 : 0)),
    });
    expect(inkBox(image)).toEqual([0, 5, 20, 25]);
  });
});

describe('the 60,000 training images of MNIST', () => {
  let digits: Mnist['train'];
  beforeAll(async () => {
    digits = (await loadMnist()).train;
  });
  const image = (index: number): Uint8Array =>
    digits.images.subarray(index * 784, (index + 1) * 784);

  it('have their centre of mass in (14, 15], but for four that were rounded out of it', () => {
    const places = Array.from({ length: digits.count }, (_, index) => centreOfMass(image(index)));
    const outside = places.flat().filter((place) => place <= 14 || place > 15);
    expect(outside).toHaveLength(4);
    expect(outside.every((place) => place > 13.98 && place <= 14)).toBe(true);
  });

  it('are in their own form already, but for those whose edge was rounded away', () => {
    let [reproduced, shifted] = [0, 0];
    for (let index = 0; index < digits.count; index++) {
      const original = image(index);
      const again = normalizeDigit({ width: 28, height: 28, data: original });
      // One grey level is what stretching 254 to 255 changes.
      if (original.every((value, at) => Math.abs(value - again[at]) <= 1)) reproduced++;
      else shifted++;
    }
    expect({ reproduced, shifted }).toEqual({ reproduced: 59_984, shifted: 16 });
  });

  it('come out the same from a picture four times as large', () => {
    for (let index = 0; index < 200; index++) {
      const original = image(index);
      const large = Uint8Array.from(
        { length: 112 * 112 },
        (_, at) => original[Math.floor(at / 448) * 28 + Math.floor((at % 112) / 4)],
      );
      const small = normalizeDigit({ width: 28, height: 28, data: original });
      expect(normalizeDigit({ width: 112, height: 112, data: large })).toEqual(small);
    }
  });
});
