import type { Random } from '../numbers/random';
import { between } from '../numbers/chance';
import { extentOf, strokeThrough, type Stroke } from './stroke';

/** The point of a stroke's two ends that lies highest, or lowest. */
function endOf(stroke: Stroke, isLowest: boolean): [x: number, y: number] {
  const end = stroke.length - 3;
  const isFirst = stroke[1] > stroke[end + 1] === isLowest;
  return isFirst ? [stroke[0], stroke[1]] : [stroke[end], stroke[end + 1]];
}

function tallest(strokes: readonly Stroke[]): Stroke {
  const heights = strokes.map((stroke) => {
    const { top, bottom } = extentOf([stroke]);
    return bottom - top;
  });
  return strokes[heights.indexOf(Math.max(...heights))];
}

/** Puts a bar through the stem of a 7, unless it has one. */
export function barSeven(strokes: readonly Stroke[], random: Random): readonly Stroke[] {
  if (strokes.length > 1) return strokes;
  const { top, bottom } = extentOf(strokes);
  const height = top + (bottom - top) * between(random, [0.42, 0.62]);
  const stem = tallest(strokes);
  let [middle, nearest] = [0, Infinity];
  for (let at = 0; at < stem.length; at += 3) {
    if (Math.abs(stem[at + 1] - height) >= nearest) continue;
    nearest = Math.abs(stem[at + 1] - height);
    middle = stem[at];
  }
  const half = between(random, [0.16, 0.3]);
  const slope = between(random, [-0.3, 0.12]);
  const shift = 0.04 * random.normal();
  return [
    ...strokes,
    strokeThrough([
      middle + shift - half,
      height - half * slope,
      middle + shift + half,
      height + half * slope,
    ]),
  ];
}

/** Puts an upstroke before a 1, unless it has one. */
export function flagOne(strokes: readonly Stroke[], random: Random): readonly Stroke[] {
  const { left, right } = extentOf(strokes);
  if (strokes.length > 1 || right - left > 0.4) return strokes;
  const [x, y] = endOf(strokes[0], false);
  const length = between(random, [0.12, 0.34]);
  // A flag that falls less than this makes a 7.
  const fall = between(random, [0.7, 1.4]);
  return [...strokes, strokeThrough([x - length, y + length * fall, x, y])];
}

/** Puts a foot under a 1. */
export function footOne(strokes: readonly Stroke[], random: Random): readonly Stroke[] {
  const [x, y] = endOf(tallest(strokes), true);
  const length = between(random, [0.3, 0.6]);
  const tilt = 0.04 * random.normal();
  return [...strokes, strokeThrough([x - length / 2, y - tilt, x + length / 2, y + tilt])];
}

/** Puts a slash through a 0. */
export function slashZero(strokes: readonly Stroke[], random: Random): readonly Stroke[] {
  const { left, top, right, bottom } = extentOf(strokes);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const across = (right - left) * between(random, [0.3, 0.6]);
  const up = (bottom - top) * between(random, [0.35, 0.6]);
  return [...strokes, strokeThrough([x - across, y + up, x + across, y - up])];
}
