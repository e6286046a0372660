import type { Box } from '../data/picture';

/**
 * Puts boxes into lines in reading order.
 *
 * From left to right each box is added to the line whose last box it overlaps most in height, where
 * that is at least half of the lower of the two; lines may thus slope. The lines are ordered by the
 * heights of their middles.
 *
 * @returns the lines from top to bottom, each a list of places in `boxes` from left to right
 */
export function orderLines(boxes: readonly Box[]): number[][] {
  const lines: number[][] = [];
  const places = boxes.map((_, place) => place).sort((a, b) => boxes[a].x0 - boxes[b].x0);
  for (const place of places) {
    const overlaps = lines.map((line) => overlap(boxes[line.at(-1)!], boxes[place]));
    const most = Math.max(...overlaps, 0);
    if (most >= 0.5) lines[overlaps.indexOf(most)].push(place);
    else lines.push([place]);
  }
  const middle = (line: number[]): number =>
    line.reduce((sum, place) => sum + boxes[place].y0 + boxes[place].y1, 0) / line.length;
  return lines.sort((a, b) => middle(a) - middle(b));
}

// The common height as a share of the lower box's.
function overlap(a: Box, b: Box): number {
  const common = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return common / Math.min(a.y1 - a.y0, b.y1 - b.y0);
}
