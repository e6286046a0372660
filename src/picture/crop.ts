import { wholePixels, type Box } from './box';
import { copyRows, type Values } from './copyRows';
import type { Picture, Plane } from './picture';

/**
 * Cuts a part out of a plane.
 *
 * @param box what to keep, in pixels; widened to whole ones, and cut off at the plane's borders
 * @returns a copy of at least one pixel
 */
export function cropPlane<Data extends Values>(plane: Plane<Data>, box: Box): Plane<Data> {
  return { ...sizeOfCrop(plane, box), data: crop(plane, box, 1) };
}

/**
 * Cuts a part out of a picture.
 *
 * @param box what to keep, in pixels; widened to whole ones, and cut off at the picture's borders
 * @returns a copy of at least one pixel
 */
export function cropPicture(picture: Picture, box: Box): Picture {
  return { ...sizeOfCrop(picture, box), data: crop(picture, box, 4) };
}

interface Raster<Data> {
  readonly width: number;
  readonly height: number;
  readonly data: Data;
}

function sizeOfCrop(raster: Raster<unknown>, box: Box): { width: number; height: number } {
  const { x0, y0, x1, y1 } = wholePixels(box, raster);
  return { width: x1 - x0, height: y1 - y0 };
}

function crop<Data extends Values | Uint8ClampedArray>(
  source: Raster<Data>,
  box: Box,
  channels: number,
): Data {
  const { x0, y0 } = wholePixels(box, source);
  const size = sizeOfCrop(source, box);
  const create = source.data.constructor as new (length: number) => Data;
  const target = { ...size, data: new create(size.width * size.height * channels) };
  copyRows(source, { x: x0, y: y0 }, target, { x: 0, y: 0 }, size, channels);
  return target.data;
}
