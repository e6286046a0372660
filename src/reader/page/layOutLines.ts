import { median, weightedMedian, type Weighted } from '../../numbers/median';
import { centreOf, type Box } from '../../picture/box';

/** How boxes form lines. */
export interface LineLayout {
  /** The slope of the lines: pixels down for every pixel to the right. */
  readonly slope: number;
  /** From top to bottom; each a list of places among the boxes, from left to right. */
  readonly lines: readonly (readonly number[])[];
}

/** A right neighbour lies further right than this, and less far, in heights. */
const NEIGHBOUR_REACH = [0.25, 5] as const;
/** How steeply a neighbour may lie above or below. */
const STEEPEST = 0.45;
/** A slope is measured from at least so many neighbours. */
const MIN_NEIGHBOURS = 4;
/** How far the middle of a box may lie beside that of its line, in heights. */
const MAX_ASIDE = 0.6;

const heightOf = ({ y0, y1 }: Box): number => y1 - y0;
/** The median of the slopes from every box to its right neighbour, larger boxes weighing more. */
function measureSlope(boxes: readonly Box[]): number {
  const slopes: Weighted[] = [];
  for (const box of boxes) {
    const height = heightOf(box);
    const from = centreOf(box);
    let nearest = { distance: Infinity, slope: 0 };
    for (const other of boxes) {
      const to = centreOf(other);
      const [right, down] = [to.x - from.x, to.y - from.y];
      const isRight =
        right > NEIGHBOUR_REACH[0] * height &&
        right < NEIGHBOUR_REACH[1] * height &&
        Math.abs(down) < STEEPEST * right &&
        heightOf(other) > 0.45 * height &&
        heightOf(other) < 2.2 * height;
      const distance = Math.hypot(right, 2 * down);
      if (isRight && distance < nearest.distance) nearest = { distance, slope: down / right };
    }
    if (nearest.distance < Infinity) slopes.push({ value: nearest.slope, weight: height ** 2 });
  }
  if (slopes.length < MIN_NEIGHBOURS) return 0;
  return weightedMedian(slopes);
}

/**
 * Puts boxes into lines in reading order.
 *
 * The page is levelled by its slope; then each box, from left to right, joins the line whose last boxes
 * lie nearest in height, or begins one.
 *
 * @param boxes in pixels, in any order
 */
export function layOutLines(boxes: readonly Box[]): LineLayout {
  if (boxes.length === 0) return { slope: 0, lines: [] };
  const slope = measureSlope(boxes);
  const usual = median(boxes.map(heightOf));
  const heights = boxes.map((box) => {
    const { x, y } = centreOf(box);
    return y - slope * x;
  });
  const mean = (places: readonly number[]): number =>
    places.reduce((sum, place) => sum + heights[place], 0) / places.length;
  const lines: number[][] = [];
  const order = boxes
    .map((_, place) => place)
    .sort((a, b) => centreOf(boxes[a]).x - centreOf(boxes[b]).x);
  for (const place of order) {
    let best: { aside: number; line: number[] } | undefined;
    for (const line of lines) {
      const aside = Math.abs(mean(line.slice(-3)) - heights[place]);
      const height = Math.max(heightOf(boxes[line.at(-1)!]), heightOf(boxes[place]), 0.7 * usual);
      if (aside < MAX_ASIDE * height && (!best || aside < best.aside)) best = { aside, line };
    }
    if (best) best.line.push(place);
    else lines.push([place]);
  }
  return { slope, lines: lines.sort((a, b) => mean(a) - mean(b)) };
}
