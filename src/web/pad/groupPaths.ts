import type { Extent } from '../../strokes/stroke';
import { extentOfPaths, type PenPath } from './penPath';

/** Paths belong to one digit that share this much of the narrower one's width, … */
const SHARED_WIDTH = 0.2;
/** … and a path is taken to be at least this wide, compared with the height of all. */
const LEAST_WIDTH = 0.08;
/** Or paths that come as near as this, compared with the height of all. */
const TOUCHING = 0.09;

/**
 * Puts what was drawn side by side into digits: paths that lie above each other or touch are one.
 *
 * @param paths in the order they were drawn
 * @returns the paths of each digit, from left to right
 */
export function groupPaths(paths: readonly PenPath[]): PenPath[][] {
  if (paths.length === 0) return [];
  const { top, bottom, left, right } = extentOfPaths(paths);
  const height = Math.max(bottom - top, (right - left) / paths.length / 2, 1);
  let groups: PenPath[][] = [];
  for (const path of paths) {
    const joined = groups.filter((group) => group.some((other) => belong(path, other, height)));
    const others = groups.filter((group) => !joined.includes(group));
    groups = [...others, [...joined.flat(), path]];
  }
  const middle = (group: readonly PenPath[]): number => {
    const extent = extentOfPaths(group);
    return extent.left + extent.right;
  };
  return groups.sort((a, b) => middle(a) - middle(b));
}

function belong(path: PenPath, other: PenPath, height: number): boolean {
  const [a, b] = [widened(path, height), widened(other, height)];
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const narrower = Math.min(a.right - a.left, b.right - b.left);
  return shared > SHARED_WIDTH * narrower || touch(path, other, TOUCHING * height);
}

function widened(path: PenPath, height: number): Extent {
  const extent = extentOfPaths([path]);
  const more = Math.max(0, LEAST_WIDTH * height - (extent.right - extent.left)) / 2;
  return { ...extent, left: extent.left - more, right: extent.right + more };
}

/** Whether points of two paths come nearer to each other than a reach. */
function touch(path: PenPath, other: PenPath, reach: number): boolean {
  const [a, b] = [extentOfPaths([path]), extentOfPaths([other])];
  const across = Math.max(a.left - b.right, b.left - a.right);
  const down = Math.max(a.top - b.bottom, b.top - a.bottom);
  // Most pairs lie apart, and every movement of the pen asks for all of them.
  if (Math.max(across, down) >= reach) return false;
  return path.some(([x, y]) => other.some(([u, v]) => Math.hypot(x - u, y - v) < reach));
}
