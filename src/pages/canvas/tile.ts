import { createRandom, type Random } from '../../numbers/random';

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
/** Creases: how bright the facets of a crumpled sheet are. */
export const creaseTile = createTile(4, creases);

/** A tile that is made when it is first used: together they take as long as reading a small picture. */
function createTile(seed: number, make: (random: Random) => Float32Array): Tile {
  let made: Float32Array | undefined;
  const values = (): Float32Array => (made ??= normalize(make(createRandom(seed))));
  return {
    get data() {
      return values();
    },
    at: (x, y) => {
      const data = values();
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

/** Shifts and scales values to mean 0 and standard deviation 1, in place. */
function normalize(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
  );
  values.forEach((value, index) => (values[index] = (value - mean) / deviation));
  return values;
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
 * The brightness of a crumpled sheet lit from one side: large facets with smaller ones in them, each tilted its own
 * way, with ragged borders.
 */
function creases(random: Random): Float32Array {
  const bends = [cloud(random), cloud(random)];
  const light = new Float32Array(tileSide ** 2);
  for (const [count, strength] of [
    [14, 1],
    [44, 0.6],
  ]) {
    const facets = Array.from({ length: count }, () => ({
      x: tileSide * random.uniform(),
      y: tileSide * random.uniform(),
      tilt: strength * random.normal(),
      // How much brighter it is over the whole tile's width: facets are bent a little.
      slopeX: (3 * strength * random.normal()) / tileSide,
      slopeY: (3 * strength * random.normal()) / tileSide,
    }));
    for (let at = 0; at < light.length; at++) {
      const x = (at & mask) + 0.1 * bends[0][at];
      const y = Math.floor(at / tileSide) + 0.1 * bends[1][at];
      let [nearest, value] = [Infinity, 0];
      for (const facet of facets) {
        // The tile has no seam: what is beyond its border comes in from the other side.
        const offX = x - facet.x - tileSide * Math.round((x - facet.x) / tileSide);
        const offY = y - facet.y - tileSide * Math.round((y - facet.y) / tileSide);
        const square = offX * offX + offY * offY;
        if (square >= nearest) continue;
        nearest = square;
        value = facet.tilt + facet.slopeX * offX + facet.slopeY * offY;
      }
      light[at] += value;
    }
  }
  return smooth(light, 1);
}
