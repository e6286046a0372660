import { turns, type Turn } from '../../picture/quarterTurn';
import type { Random } from '../../numbers/random';
import { between, happens, pick } from '../../numbers/chance';
import { cameras } from './traits';

/**
 * How a sheet is seen: where each of its points lies in the picture.
 *
 * The sheet's origin lies in the picture's middle, and there one unit of the sheet is one pixel.
 */
export interface View {
  readonly width: number;
  readonly height: number;
  /** How far to turn the picture clockwise for it to stand upright. */
  readonly turn: Turn;
  /** Half the sides of a rectangle around the sheet's origin that is seen whole. */
  readonly inner: readonly [x: number, y: number];
  /** Half the sides of a rectangle around the sheet's origin outside of which nothing is seen. */
  readonly outer: readonly [x: number, y: number];
  /** Where a point of the sheet lies in the picture. */
  readonly toPicture: (x: number, y: number) => readonly [number, number];
  /** How much larger things near a point of the sheet are in the picture. */
  readonly scaleAt: (x: number, y: number) => number;
  /** The rows of the projective map from the picture to the sheet; [9]. */
  readonly toSheet: Float64Array;
}

/**
 * Holds a camera over a sheet.
 *
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param isScanned whether the sheet lies flat: no perspective, little turned
 * @param quarterTurnShare how often the picture lies on its side or head, 0..1
 */
export function drawView(
  random: Random,
  width: number,
  height: number,
  isScanned: boolean,
  quarterTurnShare: number,
): View {
  const turn = happens(random, quarterTurnShare) ? pick(random, turns.slice(1)) : 0;
  const isTilted = happens(random, cameras.turnedShare);
  const tilt = isTilted
    ? between(random, [-cameras.most, cameras.most])
    : random.normal() * cameras.angle * (isScanned ? 0.4 : 1);
  const lean = isScanned ? 0 : between(random, cameras.perspective);
  const leanAngle = 2 * Math.PI * random.uniform();
  const leanX = (lean * Math.cos(leanAngle)) / (width / 2);
  const leanY = (lean * Math.sin(leanAngle)) / (height / 2);

  const angle = ((tilt - turn) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const toPicture = (x: number, y: number): [number, number] => {
    const u = x * cos - y * sin;
    const v = x * sin + y * cos;
    const nearness = 1 + leanX * u + leanY * v;
    return [width / 2 + u / nearness, height / 2 + v / nearness];
  };
  // The projective map back: (u, v) = (p, q) / (1 - leanX p - leanY q), then turned.
  const offset = 1 + (leanX * width + leanY * height) / 2;
  const toSheet = Float64Array.from([
    cos,
    sin,
    (-cos * width - sin * height) / 2,
    -sin,
    cos,
    (sin * width - cos * height) / 2,
    -leanX,
    -leanY,
    offset,
  ]);
  const fromPicture = (p: number, q: number): [number, number] => {
    const third = toSheet[6] * p + toSheet[7] * q + toSheet[8];
    return [
      (toSheet[0] * p + toSheet[1] * q + toSheet[2]) / third,
      (toSheet[3] * p + toSheet[4] * q + toSheet[5]) / third,
    ];
  };
  const corners = [
    fromPicture(0, 0),
    fromPicture(width, 0),
    fromPicture(0, height),
    fromPicture(width, height),
  ];
  const outer = [0, 1].map((axis) => Math.max(...corners.map((corner) => Math.abs(corner[axis]))));

  // The largest rectangle of the picture's shape that fits in the turned picture; what is nearer is larger.
  const leanRoom = 1 / (1 + lean * (Math.abs(Math.cos(leanAngle)) + Math.abs(Math.sin(leanAngle))));
  const [sheetWidth, sheetHeight] = turn % 180 === 0 ? [width, height] : [height, width];
  const [tiltCos, tiltSin] = [
    Math.cos((tilt * Math.PI) / 180),
    Math.abs(Math.sin((tilt * Math.PI) / 180)),
  ];
  const shrink =
    Math.min(
      sheetWidth / (sheetWidth * tiltCos + sheetHeight * tiltSin),
      sheetHeight / (sheetWidth * tiltSin + sheetHeight * tiltCos),
    ) * leanRoom;
  return {
    width,
    height,
    turn,
    inner: [(shrink * sheetWidth) / 2, (shrink * sheetHeight) / 2],
    outer: [outer[0], outer[1]],
    toPicture,
    scaleAt: (x, y) => {
      const nearness = 1 + leanX * (x * cos - y * sin) + leanY * (x * sin + y * cos);
      return Math.abs(nearness) ** -1.5;
    },
    toSheet,
  };
}

/** Looks at a sheet from straight above, one pixel for one unit of the sheet. */
export function levelView(width: number, height: number, left: number, top: number): View {
  return {
    width,
    height,
    turn: 0,
    inner: [width / 2, height / 2],
    outer: [width / 2, height / 2],
    toPicture: (x, y) => [x - left, y - top],
    scaleAt: () => 1,
    toSheet: Float64Array.from([1, 0, left, 0, 1, top, 0, 0, 1]),
  };
}
