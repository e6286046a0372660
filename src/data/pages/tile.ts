import { createRandom, type Random } from '../random';

/** Noise that repeats without seams, with mean 0 and standard deviation 1. */
export interface Tile {
  /** Its value at any point, between four of its pixels. */
  readonly at: (x: number, y: number) => number;
  /** [side, side] */
  readonly data: Float32Array;
}

/** The side of every tile in pixels, a power of 2. */
export const tileSide = 256;
const mask = tileSide - 1;

/** Each pixel on its own. */
export const whiteTile = createTile(1, whiteNoise);
/** Spots of about two pixels: grain of paper, what cameras leave of their noise. */
export const grainTile = createTile(2, (random) => smooth(whiteNoise(random), 1));
/** Spots of all sizes: clouds, stains. */
export const cloudTile = createTile(3, cloud);
/** Creases: how bright the sides of a crumpled sheet's folds are. */
export const creaseTile = createTile(4, creases);

function createTile(seed: number, make: (random: Random) => Float32Array): Tile {
  const data = make(createRandom(seed));
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const deviation = Math.sqrt(
    data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length,
  );
  data.forEach((value, index) => (data[index] = (value - mean) / deviation));
  return {
    data,
    at: (x, y) => {
      const left = Math.floor(x);
      const top = Math.floor(y);
      const right = x - left;
      const down = y - top;
      const upper = (top & mask) * tileSide;
      const lower = ((top + 1) & mask) * tileSide;
      const column = left & mask;
      const next = (left + 1) & mask;
      const above = data[upper + column] + right * (data[upper + next] - data[upper + column]);
      const below = data[lower + column] + right * (data[lower + next] - data[lower + column]);
      return above + down * (below - above);
    },
  };
}

function whiteNoise(random: Random): Float32Array {
  return Float32Array.from({ length: tileSide ** 2 }, () => random.normal());
}

/** The mean of a square of pixels around each, twice over, beyond the border going on at the other side. */
function smooth(values: Float32Array, radius: number): Float32Array {
  let result = values;
  for (const step of [1, tileSide, 1, tileSide]) {
    const before = result;
    result = before.map((_, at) => {
      let sum = 0;
      for (let offset = -radius; offset <= radius; offset++) {
        const along =
          step === 1
            ? (at & ~mask) | ((at + offset) & mask)
            : (at + offset * step) & (tileSide ** 2 - 1);
        sum += before[along];
      }
      return sum;
    });
  }
  return result;
}

/** Noise of several sizes, each twice as large and twice as strong as the one before. */
function cloud(random: Random): Float32Array {
  const sum = new Float32Array(tileSide ** 2);
  for (const radius of [1, 2, 4, 8, 16]) {
    const layer = smooth(whiteNoise(random), radius);
    const deviation = Math.sqrt(
      layer.reduce((total, value) => total + value ** 2, 0) / layer.length,
    );
    layer.forEach((value, at) => (sum[at] += (value / deviation) * radius));
  }
  return sum;
}

/**
 * The brightness of a crumpled sheet lit from one side: a sum of folds in all directions, each with one side in
 * the light and one in the shade, bent a little.
 */
function creases(random: Random): Float32Array {
  const bends = cloud(random);
  const folds = Array.from({ length: 14 }, () => ({
    // Whole numbers, so that the tile has no seam.
    alongX: random.integer(7) - 3,
    alongY: random.integer(7) - 3,
    phase: random.uniform(),
    strength: random.normal(),
    bend: 0.0012 * random.normal(),
  }));
  const light = Float32Array.from(bends, (bend, at) => {
    const [x, y] = [(at & mask) / tileSide, Math.floor(at / tileSide) / tileSide];
    return folds.reduce((sum, fold) => {
      const place = fold.alongX * x + fold.alongY * y + fold.phase + fold.bend * bend;
      const beside = place - Math.floor(place);
      // Next to a fold the sheet is bent most.
      const side = beside < 0.5 ? 1 - beside : -beside;
      return sum + fold.strength * side;
    }, 0.004 * bend);
  });
  return smooth(light, 1);
}
