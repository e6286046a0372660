import type { Box } from '../picture/box';
import { cropPicture } from '../picture/crop';
import type { Picture } from '../picture/picture';
import { isDoubtful } from '../reader/page/doubt';
import { listReadings, type PlacedReading } from '../reader/page/listReadings';
import type { PictureSource } from '../reader/page/outcome';
import type { PageReading } from '../reader/page/pageReading';
import { shrinkPicture } from '../picture/shrink';
import { compressPicture, dataUrl } from '../picture/file/compressPicture';

/** A doubtful mark, with what a person needs to see of it. */
export interface DoubtfulReading extends PlacedReading, PictureSource {
  /** Degrees to turn the cut clockwise for it to stand upright. */
  readonly turn: number;
  /** The mark and what is around it, as a URL that holds all of it. */
  readonly cut: string;
  /** Pixels of the picture that the cut shows. */
  readonly cutWidth: number;
  readonly cutHeight: number;
  /** Where the mark stands in the cut, as shares of its width and height; 0..1. */
  readonly frame: Box;
}

/** How large a cut is, in sides of its mark: enough to see what stands beside it. */
const SURROUNDINGS = 2.6;
/** Cuts that are twice as large, in pixels, are shrunk. */
const CUT_SIDE = 160;

/** A square around a mark, moved into the picture, as far as the picture is large enough. */
function squareAround({ x0, y0, x1, y1 }: Box, { width, height }: Picture): Box {
  const side = Math.ceil(SURROUNDINGS * Math.max(x1 - x0, y1 - y0, 1));
  const span = (center: number, whole: number): readonly [number, number] => {
    const start = Math.max(0, Math.min(Math.round(center - side / 2), whole - side));
    return [start, Math.min(start + side, whole)];
  };
  const [left, right] = span((x0 + x1) / 2, width);
  const [top, bottom] = span((y0 + y1) / 2, height);
  return { x0: left, y0: top, x1: right, y1: bottom };
}

/**
 * Cuts the doubtful marks out of a picture.
 *
 * @param picture the picture that was read, in its full size
 * @param reading what was read in it
 */
export function doubtfulReadings(
  source: PictureSource,
  picture: Picture,
  reading: PageReading,
): DoubtfulReading[] {
  return listReadings(reading)
    .filter(({ reading }) => isDoubtful(reading))
    .map((placed) => {
      const { x0, y0, x1, y1 } = placed.reading.box;
      const square = squareAround(placed.reading.box, picture);
      const cut = cropPicture(picture, square);
      const factor = Math.max(1, Math.floor(Math.max(cut.width, cut.height) / CUT_SIDE));
      return {
        ...placed,
        ...source,
        turn: reading.turn,
        cut: dataUrl(compressPicture(shrinkPicture(cut, factor))),
        cutWidth: cut.width,
        cutHeight: cut.height,
        frame: {
          x0: (x0 - square.x0) / cut.width,
          y0: (y0 - square.y0) / cut.height,
          x1: (x1 - square.x0) / cut.width,
          y1: (y1 - square.y0) / cut.height,
        },
      };
    });
}
