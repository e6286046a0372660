import { median } from '../../numbers/median';
import type { Box } from '../../picture/box';

/** Digits of one number are less far apart than this, from middle to middle, in heights. */
const WIDEST_PITCH = 1.7;
/** A space is at least as wide as this, in heights, and as this many times the line's usual pitch. */
const [MIN_SPACE, SPACE_PITCHES] = [1.4, 1.7];

/**
 * Tells where in a line one number ends and the next begins.
 *
 * From middle to middle, since the ink of a 1 is slender; and compared with the line itself, since digits in
 * the cells of a form stand wide apart and are one number all the same.
 *
 * @param boxes of a line, from left to right
 * @returns for each box whether a space stands before it
 */
export function findSpaces(boxes: readonly Box[]): boolean[] {
  const height = median(boxes.map(({ y0, y1 }) => y1 - y0));
  const pitches = boxes.map(({ x0, x1 }, at) => {
    const before = boxes[Math.max(0, at - 1)];
    return (x0 + x1 - before.x0 - before.x1) / 2 / height;
  });
  const tight = pitches.slice(1).filter((pitch) => pitch < WIDEST_PITCH);
  const usual = tight.length > 0 ? median(tight) : 0;
  return pitches.map((pitch) => pitch > Math.max(MIN_SPACE, SPACE_PITCHES * usual));
}
