/**
 * What a pen writes without being lifted: x, y and the line's width of every point; [count, 3].
 *
 * Glyphs are 1 high, x to the right, y downwards; a width of 1 is the pen's usual one.
 */
export type Stroke = Float32Array;

/** Where strokes lie, the middle of their lines taken, or any other upright rectangle. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The extent of several strokes; of none at all, a point at the origin. */
export function extentOf(strokes: readonly Stroke[]): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const stroke of strokes) {
    for (let at = 0; at < stroke.length; at += 3) {
      left = Math.min(left, stroke[at]);
      right = Math.max(right, stroke[at]);
      top = Math.min(top, stroke[at + 1]);
      bottom = Math.max(bottom, stroke[at + 1]);
    }
  }
  return left <= right ? { left, top, right, bottom } : { left: 0, top: 0, right: 0, bottom: 0 };
}

/** A stroke through points given as x, y, x, y, …, of the pen's usual width. */
export function strokeThrough(coordinates: readonly number[]): Stroke {
  return evenStroke(coordinates, 1);
}

/** A stroke through points given as x, y, x, y, …, of one width. */
export function evenStroke(coordinates: readonly number[], width: number): Stroke {
  const stroke = new Float32Array((coordinates.length / 2) * 3);
  for (let point = 0; point < coordinates.length / 2; point++) {
    stroke.set([coordinates[2 * point], coordinates[2 * point + 1], width], point * 3);
  }
  return stroke;
}

/** Moves every point of a stroke; widths stay. */
export function mapStroke(
  stroke: Stroke,
  map: (x: number, y: number) => readonly [number, number],
): Stroke {
  const mapped = stroke.slice();
  for (let at = 0; at < stroke.length; at += 3) {
    [mapped[at], mapped[at + 1]] = map(stroke[at], stroke[at + 1]);
  }
  return mapped;
}

/** Widens strokes alike, so that their points' mean width is the given one. */
export function withMeanWidth(strokes: readonly Stroke[], width: number): Stroke[] {
  let [sum, count] = [0, 0];
  for (const stroke of strokes) {
    for (let at = 2; at < stroke.length; at += 3, count++) sum += stroke[at];
  }
  return strokes.map((stroke) =>
    stroke.map((value, index) => (index % 3 === 2 ? (value * width * count) / sum : value)),
  );
}

/**
 * Lays a smooth curve through a stroke's points (Catmull and Rom, 1974).
 *
 * @param stroke points of a glyph
 * @param step the distance between two points of the curve, about; more than 0
 */
export function smoothCurve(stroke: Stroke, step: number): Stroke {
  const last = stroke.length - 3;
  if (last < 6) return stroke;
  const points: number[] = [];
  for (let from = 0; from < last; from += 3) {
    const [before, to, after] = [Math.max(0, from - 3), from + 3, Math.min(last, from + 6)];
    const length = Math.hypot(stroke[to] - stroke[from], stroke[to + 1] - stroke[from + 1]);
    const pieces = Math.min(64, Math.max(1, Math.ceil(length / step)));
    for (let piece = 0; piece < pieces; piece++) {
      const t = piece / pieces;
      for (let axis = 0; axis < 3; axis++) {
        const p = stroke[before + axis];
        const q = stroke[from + axis];
        const r = stroke[to + axis];
        const s = stroke[after + axis];
        const bow = 2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p);
        points.push(q + 0.5 * t * (r - p + t * bow));
      }
    }
  }
  points.push(stroke[last], stroke[last + 1], stroke[last + 2]);
  return Float32Array.from(points);
}
