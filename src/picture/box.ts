import { clamp } from '../numbers/clamp';
import type { Size } from './picture';

/** A rectangle of pixels; x1 and y1 lie just outside, so that x1 - x0 is the width. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

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

/** Intersection over union: the share of what two boxes cover together that both cover; 0..1. */
export function iou(a: Box, b: Box): number {
  const common = commonArea(a, b);
  return common / (areaOf(a) + areaOf(b) - common);
}

/**
 * The smallest box that holds all of some boxes.
 *
 * @param boxes at least one
 */
export function boundingBoxOf(boxes: readonly Box[]): Box {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}

/** The middle of a box. */
export function centreOf({ x0, y0, x1, y1 }: Box): { readonly x: number; readonly y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}

/** Whether a box contains the centre of another one, on its border too. */
export function containsCentre(box: Box, other: Box): boolean {
  const { x, y } = centreOf(other);
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/** Moves a box to the right and down. */
export function moveBox({ x0, y0, x1, y1 }: Box, right: number, down: number): Box {
  return { x0: x0 + right, y0: y0 + down, x1: x1 + right, y1: y1 + down };
}

/** The part of a box that lies in a picture; turned inside out where none does. */
export function clipBox({ x0, y0, x1, y1 }: Box, { width, height }: Size): Box {
  return {
    x0: Math.max(0, x0),
    y0: Math.max(0, y0),
    x1: Math.min(width, x1),
    y1: Math.min(height, y1),
  };
}

/** The whole pixels that a box touches in a picture, at least one. */
export function wholePixels(box: Box, { width, height }: Size): Box {
  const x0 = clamp(Math.floor(box.x0), 0, width - 1);
  const y0 = clamp(Math.floor(box.y0), 0, height - 1);
  return {
    x0,
    y0,
    x1: clamp(Math.ceil(box.x1), x0 + 1, width),
    y1: clamp(Math.ceil(box.y1), y0 + 1, height),
  };
}

/** A box as JSON has it: left, top, right and bottom. */
export type Corners = readonly [x0: number, y0: number, x1: number, y1: number];

/** Writes a box for JSON. */
export function toCorners({ x0, y0, x1, y1 }: Box): Corners {
  return [x0, y0, x1, y1];
}

/** Reads a box from JSON. */
export function fromCorners([x0, y0, x1, y1]: Corners): Box {
  return { x0, y0, x1, y1 };
}
