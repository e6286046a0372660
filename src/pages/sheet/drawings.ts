import type { Random } from '../../numbers/random';
import { between, pick, wholeBetween } from '../../numbers/chance';
import { smoothCurve, strokeThrough, type Stroke } from '../../strokes/stroke';

/** An ellipse as it is drawn by hand: not quite closed, not quite round. */
export function ellipse(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  random: Random,
): Stroke {
  const start = 2 * Math.PI * random.uniform();
  const turns = between(random, [0.95, 1.1]) * 2 * Math.PI;
  const drift = 0.08 * random.normal();
  const points = Array.from({ length: 40 }, (_, step) => {
    const part = step / 39;
    const grown = 1 + drift * part;
    const angle = start + turns * part;
    return [x + radiusX * grown * Math.cos(angle), y + radiusY * grown * Math.sin(angle)];
  });
  return strokeThrough(points.flat());
}

/** A line back and forth, as one blackens a place. */
export function scribble(
  x: number,
  y: number,
  width: number,
  height: number,
  random: Random,
): Stroke {
  const count = wholeBetween(random, [4, 14]);
  const points = Array.from({ length: count }, (_, step) => [
    x + (step % 2 ? 0.5 : -0.5) * width * between(random, [0.6, 1.1]),
    y + ((step + 0.5) / count - 0.5) * height + 0.08 * height * random.normal(),
  ]);
  return smoothCurve(strokeThrough(points.flat()), Math.max(1.5, width / 20));
}

/** A curve that wanders about, as one draws without thinking. */
function doodle(x: number, y: number, size: number, random: Random): Stroke {
  let [placeX, placeY] = [x, y];
  const points = Array.from({ length: wholeBetween(random, [4, 12]) }, () => {
    placeX += 0.45 * size * random.normal();
    placeY += 0.3 * size * random.normal();
    return [placeX, placeY];
  });
  return smoothCurve(strokeThrough(points.flat()), Math.max(1.5, size / 20));
}

/** A small drawing of lines: a face, a house, a box, a star, an arrow, a spiral, a flower, a doodle. */
export function drawDrawing(x: number, y: number, size: number, random: Random): Stroke[] {
  const r = size / 2;
  const path = (coordinates: readonly number[]): Stroke =>
    strokeThrough(
      coordinates.map((value, index) => (index % 2 ? y : x) + (value + 0.04 * random.normal()) * r),
    );
  const kinds: Record<string, () => Stroke[]> = {
    face: () => [
      ellipse(x, y, r, r, random),
      ellipse(x - 0.35 * r, y - 0.3 * r, 0.08 * r, 0.1 * r, random),
      ellipse(x + 0.35 * r, y - 0.3 * r, 0.08 * r, 0.1 * r, random),
      smoothCurve(path([-0.5, 0.3, 0, 0.6, 0.5, 0.3]), r / 10),
    ],
    house: () => [
      path([-0.8, 1, -0.8, -0.1, 0.8, -0.1, 0.8, 1, -0.8, 1]),
      path([-1, 0, 0, -1, 1, 0]),
      path([-0.2, 1, -0.2, 0.4, 0.2, 0.4, 0.2, 1]),
    ],
    box: () => [path([-1, -0.5, 1, -0.5, 1, 0.5, -1, 0.5, -1, -0.5])],
    triangle: () => [path([-1, 0.8, 0, -0.9, 1, 0.8, -1, 0.8])],
    star: () => [path([-0.6, 0.9, 0, -1, 0.6, 0.9, -0.95, -0.3, 0.95, -0.3, -0.6, 0.9])],
    arrow: () => [path([-1, 0.1, 1, -0.1]), path([0.6, -0.4, 1, -0.1, 0.65, 0.25])],
    spiral: () => [
      strokeThrough(
        Array.from({ length: 60 }, (_, step) => [
          x + ((r * step) / 60) * Math.cos(step / 3.2),
          y + ((r * step) / 60) * Math.sin(step / 3.2),
        ]).flat(),
      ),
    ],
    flower: () => [
      ...[0, 1, 2, 3, 4].map((leaf) =>
        ellipse(
          x + 0.5 * r * Math.cos(1.26 * leaf),
          y + 0.5 * r * Math.sin(1.26 * leaf),
          0.35 * r,
          0.35 * r,
          random,
        ),
      ),
      ellipse(x, y, 0.2 * r, 0.2 * r, random),
    ],
    hatching: () =>
      Array.from({ length: 8 }, (_, line) =>
        path([-1 + 0.25 * line, 0.8, -0.6 + 0.25 * line, -0.8]),
      ),
    doodle: () => [doodle(x, y, size, random)],
    scribble: () => [scribble(x, y, size, 0.7 * size, random)],
  };
  return kinds[pick(random, Object.keys(kinds))]();
}
