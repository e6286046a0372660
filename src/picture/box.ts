import type { Box } from './picture';

/** The area of a box; 0 where it is turned inside out. */
export function areaOf({ x0, y0, x1, y1 }: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

/** The area that two boxes have in common. */
export function commonArea(a: Box, b: Box): number {
  return areaOf({
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  });
}

/** The share of what two boxes cover together that both cover: intersection over union. */
export function overlapOf(a: Box, b: Box): number {
  const common = commonArea(a, b);
  return common / (areaOf(a) + areaOf(b) - common);
}
