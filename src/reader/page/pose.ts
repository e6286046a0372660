import type { Box } from '../../picture/box';
import { sampleExtended } from '../../picture/bilinear';
import type { Plane, Size } from '../../picture/picture';
import { turnBoxBack, type Turn } from '../../picture/quarterTurn';

/** How a page lies in its picture. */
export interface Pose {
  /** Degrees by which its lines fall to the right, once the picture was turned; below 0 they rise. */
  readonly tilt: number;
  /** Degrees to turn the levelled picture clockwise so that the page stands upright. */
  readonly turn: Turn;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The tilt of lines.
 *
 * @param slope pixels down for every pixel to the right
 * @returns degrees
 */
export function tiltOf(slope: number): number {
  return (Math.atan(slope) * 180) / Math.PI;
}

/** The size of what holds a picture that is turned by an angle. */
function levelledSize({ width, height }: Size, tilt: number): Size {
  const [cosine, sine] = [Math.abs(Math.cos(radians(tilt))), Math.abs(Math.sin(radians(tilt)))];
  return {
    width: Math.ceil(width * cosine + height * sine),
    height: Math.ceil(width * sine + height * cosine),
  };
}

/**
 * Turns a plane counter-clockwise, so that lines that fall to the right become level.
 *
 * @param plane values in 0..255
 * @param tilt degrees by which the lines fall, -45 to 45
 * @returns a plane that holds all of it; in the corners lies its mean
 */
export function levelPlane(plane: Plane<Uint8Array>, tilt: number): Plane<Uint8Array> {
  if (tilt === 0) return plane;
  const { width, height, data } = plane;
  const size = levelledSize(plane, tilt);
  const [cosine, sine] = [Math.cos(radians(tilt)), Math.sin(radians(tilt))];
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const levelled = new Uint8Array(size.width * size.height).fill(mean);
  for (let row = 0, at = 0; row < size.height; row++) {
    const down = row + 0.5 - size.height / 2;
    for (let column = 0; column < size.width; column++, at++) {
      const right = column + 0.5 - size.width / 2;
      const x = right * cosine - down * sine + width / 2 - 0.5;
      const y = right * sine + down * cosine + height / 2 - 0.5;
      if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue;
      levelled[at] = Math.round(sampleExtended(plane, x, y));
    }
  }
  return { ...size, data: levelled };
}

/**
 * Where a box of an upright page lies in its picture.
 *
 * @param box in pixels of the picture after it was levelled and turned
 * @param pose how the page lies
 * @param picture the size of the picture
 * @returns a box of the same middle; where the page is tilted by much, it holds less than the corners
 */
export function boxInPicture(box: Box, { tilt, turn }: Pose, picture: Size): Box {
  const size = levelledSize(picture, tilt);
  const levelled = turnBoxBack(box, turn, size.width, size.height);
  if (tilt === 0) return levelled;
  const [cosine, sine] = [Math.cos(radians(tilt)), Math.sin(radians(tilt))];
  const right = (levelled.x0 + levelled.x1 - size.width) / 2;
  const down = (levelled.y0 + levelled.y1 - size.height) / 2;
  const x = right * cosine - down * sine + picture.width / 2;
  const y = right * sine + down * cosine + picture.height / 2;
  const [wide, high] = [(levelled.x1 - levelled.x0) / 2, (levelled.y1 - levelled.y0) / 2];
  return { x0: x - wide, y0: y - high, x1: x + wide, y1: y + high };
}
