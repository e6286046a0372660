import type { Pen } from '../hand/pen';
import type { PixelBox, StrokeRaster } from '../../strokes/rasterizeStroke';
import { grainTile } from './tile';

/** The light that comes from every pixel, 0..1 of white's: the three colours apart; [height, width] each. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

/** What strokes are inked with. */
export interface Ink {
  readonly pen: Pen;
  /** Half the stroke's usual width, in pixels: what is thinner than a pixel is paler. */
  readonly radius: number;
  /** Where in the noise this stroke lies. */
  readonly seed: number;
  /** The size of the paper's grain in pixels. */
  readonly grainSize: number;
}

/** A canvas in black. */
export function createCanvas(width: number, height: number): Canvas {
  const plane = (): Float32Array => new Float32Array(width * height);
  return { width, height, red: plane(), green: plane(), blue: plane() };
}

/**
 * Inks the pixels that a stroke covers.
 *
 * @param raster how the pixels of the box lie in the stroke
 * @param box the pixels that may be touched
 */
export function drawInk(
  { red, green, blue }: Canvas,
  { width, inside, across, along }: StrokeRaster,
  { left, top, right, bottom }: PixelBox,
  { pen, radius, seed, grainSize }: Ink,
): void {
  const [inkRed, inkGreen, inkBlue] = pen.colour;
  const paper = pen.isOpaque ? 0 : 1;
  const steepness = 1 / pen.softness;
  // Streaks are as wide as bristles, some pixels, and fifteen times as long.
  const bristles = Math.min(14, radius);
  // Ink gathers on the borders of wide strokes; of narrow ones the middle line stays paler.
  const steepRim = radius < 3 ? 2 : 12;
  const isTextured = pen.streaks > 0 && radius > 1.5;
  const isFlowing = pen.flow > 0 || pen.gaps > 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left, at = y * width + left; x < right; x++, at++) {
      let ink = inside[at] * steepness + 0.5;
      if (ink <= 0) continue;
      ink = Math.min(1, ink) * pen.opacity;
      const side = across[at];
      if (pen.rim > 0) ink *= 1 - pen.rim * Math.max(0, 1 - Math.abs(side) ** steepRim);
      if (pen.grain > 0) {
        const rough = grainTile.at(x / grainSize + 91, y / grainSize + seed) - 0.35;
        if (rough > 0) ink *= Math.max(0, 1 - pen.grain * rough);
      }
      if (isTextured) {
        const streak =
          grainTile.at(side * bristles + seed, along[at] * 0.07) + 0.7 * side * side - 0.8;
        if (streak > 0) ink *= 1 - pen.streaks * Math.min(1, streak);
      }
      if (isFlowing) {
        const flow = grainTile.at((0.2 * along[at]) / (1 + 0.15 * radius), seed);
        ink *= Math.min(1.1, Math.max(0.2, 1 - pen.flow * flow * 0.6));
        if (pen.gaps > 0 && flow > 1.6 - 2.4 * pen.gaps) ink *= 0.15;
      }
      ink = Math.min(1, ink);
      const rest = 1 - ink;
      red[at] = red[at] * (rest + paper * ink * inkRed) + (1 - paper) * ink * inkRed;
      green[at] = green[at] * (rest + paper * ink * inkGreen) + (1 - paper) * ink * inkGreen;
      blue[at] = blue[at] * (rest + paper * ink * inkBlue) + (1 - paper) * ink * inkBlue;
    }
  }
}
