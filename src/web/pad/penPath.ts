import type { Extent } from '../../strokes/stroke';

/** What a pen draws without being lifted, in pixels of the pad, y downwards; at least one point. */
export type PenPath = readonly (readonly [x: number, y: number])[];

/** The extent of at least one path. */
export function extentOfPaths(paths: readonly PenPath[]): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths) {
    for (const [x, y] of path) {
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
  }
  return { left, top, right, bottom };
}
