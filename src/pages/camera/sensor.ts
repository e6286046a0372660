import type { Picture } from '../../picture/picture';
import type { Random } from '../../numbers/random';
import { between, factorBetween, happens } from '../../numbers/chance';
import { blurPlane } from '../../picture/gaussianBlur';
import type { Canvas } from '../canvas/canvas';
import { jpegRoundTrip } from './jpegRoundTrip';
import { grainTile, tileSide, whiteTile } from '../canvas/tile';
import { cameras } from './traits';

/** What a camera does to the light it gets. */
export interface Sensor {
  /** Blur along the rows and columns, standard deviations in pixels. */
  readonly blur: readonly [x: number, y: number];
  readonly sharpen: number;
  /** Standard deviations of the noise: of single pixels, of blotches, of the colours; white is 1. */
  readonly noise: number;
  readonly blotches: number;
  readonly colourNoise: number;
  readonly contrast: number;
  readonly isGrey: boolean;
  /** What is brighter becomes white, what is darker black; undefined for shades. */
  readonly cut: number | undefined;
  /** The quality of the JPEG file, 1..100; undefined for none. */
  readonly quality: number | undefined;
}

/**
 * Takes a camera.
 *
 * @param size the height of digits in pixels: small ones are blurred less
 * @param contrast how much darker than its surroundings ink is, white is 1: faint ink gets less noise
 * @param paper how bright the paper is, which a copier's cut depends on
 */
export function drawSensor(
  random: Random,
  kind: keyof typeof cameras.weights | 'none',
  size: number,
  contrast: number,
  paper: number,
): Sensor {
  const isPhone = kind === 'phone';
  const maxBlur = Math.max(0.3, cameras.blurPerHeight * size);
  const isSoft = kind !== 'none' && happens(random, isPhone ? cameras.softShare : 0.4);
  const blur = isSoft ? Math.min(maxBlur, factorBetween(random, cameras.blur)) : 0;
  const smear =
    happens(random, cameras.motionShare) && isPhone ? factorBetween(random, [0.4, 2.5]) : 1;
  const maxNoise = cameras.noisePerContrast * contrast;
  const noisiness = kind === 'none' ? 0 : isPhone ? 1 : 0.4;
  return {
    blur: [Math.min(maxBlur, blur * smear), Math.min(maxBlur, blur / smear)],
    sharpen:
      kind !== 'none' && happens(random, cameras.sharpenShare)
        ? between(random, cameras.sharpen)
        : 0,
    noise: noisiness * Math.min(maxNoise, factorBetween(random, cameras.noise)),
    blotches: noisiness * Math.min(maxNoise, factorBetween(random, cameras.blotches)),
    colourNoise: noisiness * Math.min(maxNoise, factorBetween(random, cameras.colourNoise)),
    contrast: kind === 'none' ? 1 : between(random, cameras.contrast),
    isGrey: kind === 'copier' || happens(random, cameras.greyShare),
    cut: kind === 'copier' ? paper - contrast * between(random, cameras.copierCut) : undefined,
    quality: happens(random, cameras.jpegShare) ? between(random, cameras.jpegQuality) : undefined,
  };
}

/** Takes the picture of a canvas, which is changed. */
export function expose(canvas: Canvas, sensor: Sensor, random: Random): Picture {
  const { width, height, red, green, blue } = canvas;
  for (const plane of [red, green, blue]) {
    blurPlane({ width, height, data: plane }, sensor.blur[0], sensor.blur[1]);
    if (sensor.sharpen > 0) sharpen({ width, height, data: plane }, sensor.sharpen);
  }
  const { noise, blotches, colourNoise, contrast, isGrey, cut } = sensor;
  const data = new Uint8ClampedArray(4 * width * height);
  const fine = whiteTile.data;
  const coarse = grainTile.data;
  const at2d = (row: number, shift: number): number => ((row + shift) % tileSide) * tileSide;
  const [shiftX, shiftY] = [random.integer(tileSide), random.integer(tileSide)];
  for (let row = 0, at = 0; row < height; row++) {
    // Another piece of the noise for each row, so that nothing repeats.
    const start = random.integer(tileSide * tileSide);
    const rowBase = at2d(row, shiftY);
    const redBase = at2d(row, shiftX);
    const blueBase = at2d(row, shiftX + 97);
    for (let column = 0; column < width; column++, at++) {
      const place = (column + shiftX) & (tileSide - 1);
      let r = red[at];
      let g = green[at];
      let b = blue[at];
      // Darker pixels have less noise, for light comes in grains (its square root, from half on).
      const grey = 0.5 + 0.5 * g;
      const grain =
        grey *
        (noise * fine[(start + column) & (tileSide * tileSide - 1)] +
          blotches * coarse[rowBase + place]);
      r += grain + colourNoise * coarse[redBase + place];
      g += grain;
      b += grain + colourNoise * coarse[blueBase + place];
      if (isGrey) r = g = b = 0.3 * r + 0.59 * g + 0.11 * b;
      if (cut !== undefined) r = g = b = 0.5 + 12 * (g - cut);
      data[4 * at] = 255 * (0.5 + contrast * (r - 0.5));
      data[4 * at + 1] = 255 * (0.5 + contrast * (g - 0.5));
      data[4 * at + 2] = 255 * (0.5 + contrast * (b - 0.5));
      data[4 * at + 3] = 255;
    }
  }
  const picture = { width, height, data };
  if (sensor.quality !== undefined) jpegRoundTrip(picture, sensor.quality);
  return picture;
}

/** Takes away a part of what a blurred copy has (unsharp masking). */
function sharpen(
  plane: { width: number; height: number; data: Float32Array },
  amount: number,
): void {
  const blurred = { ...plane, data: plane.data.slice() };
  blurPlane(blurred, 1, 1);
  for (let at = 0; at < plane.data.length; at++) {
    plane.data[at] += amount * (plane.data[at] - blurred.data[at]);
  }
}
