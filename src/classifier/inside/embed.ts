import { UMAP } from 'umap-js';
import type { Random } from '../../numbers/random';
import type { Features } from './lastFeatures';

/** How many of its nearest a point is to lie beside. */
const NEIGHBOURS = 15;

/** How far apart the nearest points are laid out: far enough to be told apart. */
const APART = 0.5;

/**
 * Lays points of many dimensions out on a plane so that those which are near each other stay so (UMAP: McInnes, Healy
 * and Melville, arXiv 1802.03426).
 *
 * @param features of at least 16 images
 * @param random decides where the layout starts: equal streams give equal layouts
 * @returns x and y of each point; [count, 2]
 * @throws RangeError where there are fewer
 */
export function embed({ count, length, values }: Features, random: Random): Float32Array {
  if (count <= NEIGHBOURS) {
    throw new RangeError(`expected at least ${NEIGHBOURS + 1} images, found ${count}`);
  }
  const umap = new UMAP({ nNeighbors: NEIGHBOURS, minDist: APART, random: () => random.uniform() });
  const points = Array.from({ length: count }, (_, index) =>
    Array.from(values.subarray(index * length, (index + 1) * length)),
  );
  return Float32Array.from(umap.fit(points).flat());
}
