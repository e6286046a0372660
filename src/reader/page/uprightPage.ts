import type { Plane } from '../../picture/picture';
import { turnPlane, type Turn } from '../../picture/quarterTurn';
import { cutWindow, SEEN_SIZE, WINDOW_SIDE, type Place } from '../signs/signWindow';
import type { Level } from './pyramid';

/** A page at all sizes, as it is looked at when it stands upright. */
export interface UprightPage {
  /** Its levels are turned when they are first asked for, and kept. */
  readonly levels: readonly {
    readonly scale: number;
    readonly contrast: () => Plane<Float32Array>;
  }[];
}

/** Turns the levels of a picture so that its page stands upright. */
export function createUprightPage(levels: readonly Level[], turn: Turn): UprightPage {
  return {
    levels: levels.map(({ scale, contrast }) => {
      let turned: Plane<Float32Array> | undefined;
      return { scale, contrast: () => (turned ??= turnPlane(contrast, turn)) };
    }),
  };
}

/** The level that shows digits of a size, in pixels of the page, most nearly as large as in the windows of signs. */
export function levelFor({ levels }: UprightPage, size: number): UprightPage['levels'][number] {
  const distance = ({ scale }: { scale: number }): number =>
    Math.abs(Math.log((scale * size) / SEEN_SIZE));
  return levels.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/**
 * Cuts the windows of places on a page, each out of the level that shows it at about the size of windows.
 *
 * @param places in pixels of the upright page
 * @returns [places, 48, 48]
 */
export function cutWindows(page: UprightPage, places: readonly Place[]): Float32Array {
  const windows = new Float32Array(places.length * WINDOW_SIDE ** 2);
  places.forEach(({ x, y, size }, index) => {
    const { scale, contrast } = levelFor(page, size);
    const at = index * WINDOW_SIDE ** 2;
    const window = windows.subarray(at, at + WINDOW_SIDE ** 2);
    cutWindow(contrast(), { x: x * scale, y: y * scale, size: size * scale }, window);
  });
  return windows;
}
