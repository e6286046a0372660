import { describe, expect, it } from 'vitest';
import { blurPlane } from '../../../src/picture/gaussianBlur';
import { jpegRoundTrip } from '../../../src/pages/camera/jpegRoundTrip';
import { createStrokeRaster, rasterizeStroke } from '../../../src/strokes/rasterizeStroke';
import { drawView } from '../../../src/pages/camera/view';
import { createRandom } from '../../../src/numbers/random';
import { greyPicture } from '../../textArt';

describe('a view', () => {
  it('finds back from the picture to the sheet', () => {
    const random = createRandom(1);
    for (let trial = 0; trial < 50; trial++) {
      const { toPicture, toSheet } = drawView(random, 300, 200, false, 0.5);
      for (const [x, y] of [
        [0, 0],
        [90, -40],
        [-120, 70],
      ]) {
        const [p, q] = toPicture(x, y);
        const third = toSheet[6] * p + toSheet[7] * q + toSheet[8];
        expect((toSheet[0] * p + toSheet[1] * q + toSheet[2]) / third).toBeCloseTo(x, 6);
        expect((toSheet[3] * p + toSheet[4] * q + toSheet[5]) / third).toBeCloseTo(y, 6);
      }
    }
  });

  it('sees all of its inner rectangle and nothing beyond its outer one', () => {
    const random = createRandom(2);
    for (let trial = 0; trial < 50; trial++) {
      const { inner, outer, toPicture } = drawView(random, 300, 200, false, 0.5);
      for (const [signX, signY] of [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ]) {
        const [x, y] = toPicture(signX * inner[0], signY * inner[1]);
        expect(x).toBeGreaterThan(-0.01);
        expect(x).toBeLessThan(300.01);
        expect(y).toBeGreaterThan(-0.01);
        expect(y).toBeLessThan(200.01);
        expect(outer[0]).toBeGreaterThanOrEqual(inner[0] - 1e-9);
      }
    }
  });

  it('says by which turn the page stands upright', () => {
    const random = createRandom(3);
    const turns = new Set<number>();
    for (let trial = 0; trial < 40; trial++) {
      const { turn, toPicture } = drawView(random, 200, 200, true, 0.8);
      turns.add(turn);
      const [x0, y0] = toPicture(0, 0);
      const [x1, y1] = toPicture(50, 0);
      // Turned clockwise by that many degrees, the line of writing runs to the right.
      const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI + turn;
      expect(Math.cos((angle * Math.PI) / 180)).toBeGreaterThan(0.85);
    }
    expect([...turns].sort((a, b) => a - b)).toEqual([0, 90, 180, 270]);
  });
});

describe('a stroke on pixels', () => {
  it('covers what lies within half its width', () => {
    const raster = createStrokeRaster(12, 7);
    const box = rasterizeStroke(raster, Float32Array.of(3, 3.5, 1.5, 9, 3.5, 1.5))!;
    const rows = Array.from({ length: 7 }, (_, y) =>
      Array.from({ length: 12 }, (__, x) => {
        const isInBox = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
        return isInBox && raster.inside[y * 12 + x] >= 0 ? '#' : '.';
      }).join(''),
    );
    expect(rows).toEqual([
      '............',
      '............',
      '..########..',
      '.##########.',
      '..########..',
      '............',
      '............',
    ]);
  });

  it('knows its sides and its way', () => {
    const raster = createStrokeRaster(12, 7);
    rasterizeStroke(raster, Float32Array.of(3, 3.5, 2, 9, 3.5, 2));
    expect(raster.across[2 * 12 + 6]).toBeCloseTo(-0.5, 5);
    expect(raster.across[4 * 12 + 6]).toBeCloseTo(0.5, 5);
    expect(raster.along[3 * 12 + 6]).toBeCloseTo(3.5, 5);
  });

  it('is nothing outside of the picture', () => {
    const raster = createStrokeRaster(12, 7);
    expect(rasterizeStroke(raster, Float32Array.of(30, 3, 1, 40, 3, 1))).toBeUndefined();
  });
});

describe('blur', () => {
  it('keeps an even plane even and the sum of a spot', () => {
    const even = { width: 9, height: 9, data: new Float32Array(81).fill(0.5) };
    blurPlane(even, 1.5, 1.5);
    for (const value of even.data) expect(value).toBeCloseTo(0.5, 5);
    const spot = { width: 21, height: 21, data: new Float32Array(441) };
    spot.data[220] = 1;
    blurPlane(spot, 1, 2);
    expect(spot.data.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
    expect(spot.data[220 + 21]).toBeGreaterThan(spot.data[220 + 1]);
  });
});

describe('saving as JPEG', () => {
  const steps = (quality: number): number => {
    const picture = greyPicture(32, 32, (column, row) => (column * 7 + row * 13) % 256);
    const before = picture.data.slice();
    jpegRoundTrip(picture, quality);
    return Math.max(...picture.data.map((value, at) => Math.abs(value - before[at])));
  };

  it('changes nothing of an even picture', () => {
    const picture = greyPicture(20, 10, () => 128);
    jpegRoundTrip(picture, 50);
    expect(new Set(picture.data)).toEqual(new Set([128, 255]));
  });

  it('changes more the lower the quality is', () => {
    expect(steps(100)).toBeLessThan(6);
    expect(steps(30)).toBeGreaterThan(20);
  });

  it('keeps colours where there is no detail', () => {
    const picture = greyPicture(16, 16, () => 0);
    for (let at = 0; at < picture.data.length; at += 4) picture.data.set([200, 60, 30], at);
    jpegRoundTrip(picture, 95);
    [200, 60, 30].forEach((value, channel) => {
      expect(Math.abs(picture.data[channel] - value)).toBeLessThan(4);
    });
  });
});
