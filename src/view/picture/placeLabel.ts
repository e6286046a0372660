import { clamp } from '../../numbers/clamp';
import { commonArea, type Box } from '../../picture/box';
import type { Size } from '../../picture/picture';

/**
 * Finds the place beside a frame where a label hides least: above it where nothing is there, else to the
 * right, to the left or below.
 *
 * @param frame what the label belongs to
 * @param label how large it is
 * @param picture the label stays inside
 * @param others what it should not hide, the frame among it
 */
export function placeLabel(frame: Box, label: Size, picture: Size, others: readonly Box[]): Box {
  const { width, height } = label;
  // A label larger than the picture begins with it.
  const inside = (start: number, last: number): number => clamp(start, 0, Math.max(0, last));
  const [left, right] = [frame.x0, frame.x1 - width];
  const [top, bottom] = [frame.y0, frame.y1 - height];
  const places = [
    [left, top - height],
    [right, top - height],
    [frame.x1, top],
    [left - width, top],
    [left, frame.y1],
    [right, frame.y1],
    [frame.x1, bottom],
    [left - width, bottom],
  ].map(([x, y]): Box => {
    const [x0, y0] = [inside(x, picture.width - width), inside(y, picture.height - height)];
    return { x0, y0, x1: x0 + width, y1: y0 + height };
  });
  const hidden = (place: Box): number =>
    others.reduce((sum, other) => sum + commonArea(place, other), 0);
  return places
    .map((place) => ({ place, cost: hidden(place) }))
    .reduce((best, other) => (other.cost < best.cost ? other : best)).place;
}
