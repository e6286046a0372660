import type { TrainingCrop } from './trainingCrop';
import { CROP_SIDE } from './trainingCrop';
import { pixelOf, STRIDE } from '../../reader/detector/detectorNetwork';

/** Cells in which the network answers, along the side of a crop. */
export const CELLS = CROP_SIDE / STRIDE;

/** Where in the targets of a cell each lies. */
export const TARGETS = { middle: 0, counts: 1, certainty: 2, box: 3, count: 7 } as const;

/** What the network shall answer at every cell of a crop. */
export interface DetectorTargets {
  /**
   * How near the cell is to the middle of a digit (1 at the nearest), whether it counts at all, how near
   * it is to the digit that it belongs to (0 for none), and the pixels from the cell to that digit's
   * left, upper, right and lower side; [48, 48, 7].
   */
  readonly values: Float32Array;
  /** The digit each cell belongs to, 0 for none; [48, 48]. */
  readonly digits: Int32Array;
}

/**
 * Lays out what the network shall answer: a bump at the middle of each digit (Zhou et al., arXiv
 * 1904.07850), and around it the digit's class and box.
 */
export function detectorTargets({ digits: placed, ignored }: TrainingCrop): DetectorTargets {
  const values = new Float32Array(CELLS * CELLS * TARGETS.count);
  const digits = new Int32Array(CELLS * CELLS);
  for (const { digit, box } of placed) {
    const [x, y] = [(box.x0 + box.x1) / 2 - 0.5, (box.y0 + box.y1) / 2 - 0.5];
    const size = Math.max(box.x1 - box.x0, box.y1 - box.y0);
    const spread = 2 * Math.max(3.2, 0.13 * size) ** 2;
    const nearest = (pixel: number): number =>
      Math.min(CELLS - 1, Math.max(0, Math.round((pixel - pixelOf(0)) / STRIDE)));
    const [middleColumn, middleRow] = [nearest(x), nearest(y)];
    for (let row = 0; row < CELLS; row++) {
      const down = pixelOf(row) - y;
      for (let column = 0; column < CELLS; column++) {
        const right = pixelOf(column) - x;
        const isMiddle = row === middleRow && column === middleColumn;
        const near = isMiddle ? 1 : Math.exp(-(right ** 2 + down ** 2) / spread);
        const cell = row * CELLS + column;
        const at = cell * TARGETS.count;
        values[at + TARGETS.middle] = Math.max(values[at + TARGETS.middle], near);
        if (near > 0.35 && near > values[at + TARGETS.certainty]) {
          digits[cell] = digit;
          values[at + TARGETS.certainty] = near;
          const [px, py] = [pixelOf(column) + 0.5, pixelOf(row) + 0.5];
          const sides = [px - box.x0, py - box.y0, box.x1 - px, box.y1 - py];
          // A cell beside a slender digit lies outside of its box, which has no logarithm.
          sides.forEach((side, index) => (values[at + TARGETS.box + index] = Math.max(1, side)));
        }
      }
    }
  }
  for (let cell = 0; cell < CELLS * CELLS; cell++) {
    const [px, py] = [pixelOf(cell % CELLS) + 0.5, pixelOf(Math.floor(cell / CELLS)) + 0.5];
    const isIgnored = ignored.some(
      ({ x0, y0, x1, y1 }) => px > x0 && px < x1 && py > y0 && py < y1,
    );
    const at = cell * TARGETS.count;
    values[at + TARGETS.counts] = isIgnored && values[at + TARGETS.middle] < 0.05 ? 0 : 1;
  }
  return { values, digits };
}
