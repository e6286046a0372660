import type { Strip } from '../../reader/line/strip';
import { cutPageStrip, uprightWidth } from '../../reader/page/cutPageStrip';
import { findStrips } from '../../reader/page/findStrips';
import type { Page } from '../../reader/page/readPage';

/**
 * Cuts out the lines of a page that was read, as the line reader sees them.
 *
 * @returns the strips from top to bottom, and from left to right
 */
export function pageStrips({ detected, marks }: Page): Strip[] {
  const source = { brightness: detected.brightness, turn: detected.pose.turn };
  const boxes = marks.map(({ box }) => box);
  const { lines } = findStrips(boxes, uprightWidth(source));
  return lines.flat().map((strip) => cutPageStrip(source, strip));
}
