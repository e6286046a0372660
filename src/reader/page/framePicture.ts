import { median } from '../../numbers/median';
import { pastePicture } from '../../picture/paste';
import type { Picture } from '../../picture/picture';

/** A picture with a margin on all sides. */
export interface FramedPicture {
  readonly picture: Picture;
  /** How wide the margin is, in pixels. */
  readonly margin: number;
}

/** Pictures whose shorter side is less than this are mostly cut close around a line, in pixels. */
const SMALL = 160;
/** How wide the margin of a small picture is, compared with its shorter side. */
const MARGIN = 0.5;

/**
 * Puts a margin around a small picture, in the colour of its border: digits that are cut close are seen better with
 * paper around them.
 */
export function framePicture(picture: Picture): FramedPicture {
  const { width, height } = picture;
  const shorter = Math.min(width, height);
  if (shorter >= SMALL) return { picture, margin: 0 };
  const margin = Math.round(MARGIN * shorter);
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  const colour = borderColour(picture);
  const data = new Uint8ClampedArray(4 * wide * high);
  for (let at = 0; at < data.length; at += 4) data.set(colour, at);
  const framed = { width: wide, height: high, data };
  pastePicture(framed, picture, margin, margin);
  return { picture: framed, margin };
}

/** The median red, green and blue of the outermost pixels, opaque. */
function borderColour({ width, height, data }: Picture): number[] {
  const pixels: number[] = [];
  for (let column = 0; column < width; column++) {
    pixels.push(column, (height - 1) * width + column);
  }
  for (let row = 0; row < height; row++) pixels.push(row * width, (row + 1) * width - 1);
  const channel = (offset: number): number => median(pixels.map((at) => data[4 * at + offset]));
  return [channel(0), channel(1), channel(2), 255];
}
