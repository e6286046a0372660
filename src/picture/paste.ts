import { copyRows, type Values } from './copyRows';
import type { Picture, Plane } from './picture';

/**
 * Copies a plane into a larger one.
 *
 * @param target is overwritten where the source comes to lie
 * @param source fits into the target
 * @param left the target's column for the source's first one
 * @param top the target's row for the source's first one
 */
export function pastePlane<Data extends Values>(
  target: Plane<Data>,
  source: Plane<Data>,
  left: number,
  top: number,
): void {
  copyRows(source, { x: 0, y: 0 }, target, { x: left, y: top }, source, 1);
}

/**
 * Copies a picture into a larger one.
 *
 * @param target is overwritten where the source comes to lie
 * @param source fits into the target
 * @param left the target's column for the source's first one
 * @param top the target's row for the source's first one
 */
export function pastePicture(target: Picture, source: Picture, left: number, top: number): void {
  copyRows(source, { x: 0, y: 0 }, target, { x: left, y: top }, source, 4);
}
