import type { Box } from '../../picture/picture';

/** Pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return width > 0 && height > 0 ? width * height : 0;
}

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
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
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
    const [x0, y0] = [clamp(x, picture.width - width), clamp(y, picture.height - height)];
    return { x0, y0, x1: x0 + width, y1: y0 + height };
  });
  const hidden = (place: Box): number =>
    others.reduce((sum, other) => sum + sharedArea(place, other), 0);
  return places
    .map((place) => ({ place, cost: hidden(place) }))
    .reduce((best, other) => (other.cost < best.cost ? other : best)).place;
}
