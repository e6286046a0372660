import type { Plane } from '../picture/picture';

// A pixel's neighbours are numbered clockwise from the one above.
const indices = [0, 1, 2, 3, 4, 5, 6, 7];
// In each of the two passes, the neighbours of which not all may be ink: 0, 2, 4, 6 are those at its sides.
const passes = [
  [
    [0, 2, 4],
    [2, 4, 6],
  ],
  [
    [0, 2, 6],
    [0, 4, 6],
  ],
];

// Whether a pixel goes in a pass, for each of the 256 sets of neighbours.
const removable = passes.map((closed) =>
  Uint8Array.from({ length: 256 }, (_, neighbours) => {
    const has = (index: number): boolean => ((neighbours >> (index & 7)) & 1) === 1;
    const count = indices.filter(has).length;
    const starts = indices.filter((index) => !has(index) && has(index + 1)).length;
    const isOpen = closed.every((triple) => !triple.every(has));
    return count >= 2 && count <= 6 && starts === 1 && isOpen ? 1 : 0;
  }),
);

/**
 * Thins ink to lines one pixel wide that run along its middle (Zhang and Suen, "A Fast Parallel
 * Algorithm for Thinning Digital Patterns", 1984).
 *
 * @param ink 1 is ink, 0 is paper; the outermost rows and columns are paper
 * @returns 1 on the lines, 0 elsewhere
 */
export function thin({ width, height, data }: Plane<Uint8Array>): Uint8Array {
  const lines = data.slice();
  const inked = new Int32Array(width * height);
  let count = 0;
  for (let at = width; at < width * (height - 1); at++) if (lines[at]) inked[count++] = at;
  const gone = new Int32Array(count);
  for (let before = Infinity; count < before;) {
    before = count;
    for (const table of removable) {
      let [kept, removed] = [0, 0];
      for (let index = 0; index < count; index++) {
        const at = inked[index];
        const neighbours =
          lines[at - width] |
          (lines[at - width + 1] << 1) |
          (lines[at + 1] << 2) |
          (lines[at + width + 1] << 3) |
          (lines[at + width] << 4) |
          (lines[at + width - 1] << 5) |
          (lines[at - 1] << 6) |
          (lines[at - width - 1] << 7);
        if (table[neighbours]) gone[removed++] = at;
        else inked[kept++] = at;
      }
      // All at once: what goes is seen by its neighbours until the pass is over.
      for (let index = 0; index < removed; index++) lines[gone[index]] = 0;
      count = kept;
    }
  }
  return lines;
}
