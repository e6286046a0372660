import { extentOfPaths, type PenPath } from './penPath';

/** A row is at least this high, compared with the highest one; what is lower belongs to the nearest row. */
const LEAST_HEIGHT = 0.5;

interface Row {
  readonly top: number;
  readonly bottom: number;
  readonly paths: readonly PenPath[];
}

const joined = (a: Row, b: Row): Row => ({
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
  paths: [...a.paths, ...b.paths],
});
const gap = (a: Row, b: Row): number => Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);

/**
 * Puts what was drawn into rows of writing: between two rows lies an empty stripe of the pad.
 *
 * @param paths in any order
 * @returns the paths of each row, from top to bottom
 */
export function rowsOfPaths(paths: readonly PenPath[]): (readonly PenPath[])[] {
  let rows: Row[] = [];
  for (const path of paths) {
    const { top, bottom } = extentOfPaths([path]);
    const row = { top, bottom, paths: [path] };
    const isMet = (other: Row): boolean => gap(row, other) <= 0;
    rows = [...rows.filter((other) => !isMet(other)), [...rows.filter(isMet), row].reduce(joined)];
  }
  const highest = Math.max(...rows.map(({ top, bottom }) => bottom - top));
  const isHigh = ({ top, bottom }: Row): boolean => bottom - top >= LEAST_HEIGHT * highest;
  const high = rows.filter(isHigh);
  // Points, dashes and strokes above a digit.
  for (const low of rows.filter((row) => !isHigh(row))) {
    const gaps = high.map((row) => gap(row, low));
    const nearest = gaps.indexOf(Math.min(...gaps));
    high[nearest] = joined(high[nearest], low);
  }
  return high.sort((a, b) => a.top - b.top).map((row) => row.paths);
}
