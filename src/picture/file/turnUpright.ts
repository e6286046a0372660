import type { Picture } from '../picture';

/**
 * Turns a picture as its EXIF orientation asks.
 *
 * @param picture the picture as stored; it is returned itself where it is upright already
 * @param orientation 1 to 8, EXIF 2.3, table 5 (2 and 4 mirrored, 3 upside down, 5 to 8 on a side);
 *   any other number counts as 1
 */
export function turnUpright(picture: Picture, orientation: number): Picture {
  if (!(orientation >= 2 && orientation <= 8)) return picture;
  const { width, height } = picture;
  const onSide = orientation >= 5;
  const [turnedWidth, turnedHeight] = onSide ? [height, width] : [width, height];

  // Where the turned picture's first pixel is stored, and the steps along its rows and columns.
  const mirrorColumns = [2, 3, 7, 8].includes(orientation);
  const mirrorRows = [3, 4, 6, 7].includes(orientation);
  const first = (mirrorColumns ? width - 1 : 0) + (mirrorRows ? (height - 1) * width : 0);
  const alongStoredRow = mirrorColumns ? -1 : 1;
  const alongStoredColumn = mirrorRows ? -width : width;
  const columnStep = onSide ? alongStoredColumn : alongStoredRow;
  const rowStep = onSide ? alongStoredRow : alongStoredColumn;

  // One number a pixel; the copy is there because such numbers must be aligned in memory.
  const stored = new Uint32Array(picture.data.slice().buffer);
  const turned = new Uint32Array(width * height);
  for (let row = 0, target = 0; row < turnedHeight; row++) {
    let source = first + row * rowStep;
    for (let column = 0; column < turnedWidth; column++, source += columnStep) {
      turned[target++] = stored[source];
    }
  }
  return {
    width: turnedWidth,
    height: turnedHeight,
    data: new Uint8ClampedArray(turned.buffer),
  };
}
