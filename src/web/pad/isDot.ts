import { extentOfPaths, type PenPath } from './penPath';

/** A dot is smaller than this, compared with the pad's height. */
const DOT = 0.05;

/** Whether what was drawn is no more than a tap. */
export function isDot(paths: readonly PenPath[], padHeight: number): boolean {
  const { left, top, right, bottom } = extentOfPaths(paths);
  return Math.max(right - left, bottom - top) < DOT * padHeight;
}
