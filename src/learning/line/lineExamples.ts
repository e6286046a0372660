import { join } from 'node:path';
import { fieldsOf, isText } from '../../numbers/jsonValues';
import { quote } from '../../numbers/quote';
import { readJson } from '../../files/wholeFile';
import { readPicture } from '../../picture/file/readPicture';
import { darkestChannel, localContrast } from '../../picture/localContrast';
import type { Plane } from '../../picture/picture';
import { resamplePlane } from '../../picture/resample';
import { symbolsOf } from './symbolsOf';
import { cutStrip, STRIP_DIGIT_HEIGHT } from '../../reader/line/strip';
import { fits, quantized, type LabelledStrip } from './generateStrip';

/** A point of an outline, in pixels. */
type Point = readonly [x: number, y: number];

/** A picture that shows one line, as a folder's `labels.json` describes it. */
export interface LineExample {
  readonly file: string;
  readonly text: string;
  /** Around the line, where neighbours reach into the picture. */
  readonly outline: readonly Point[] | undefined;
  /** The page it was cut out of. */
  readonly page: string;
}

/** Contrast from which on a pixel is ink. */
const MIN_INK = 1.4;
/** Of the ink of a line so much lies above its digits, and as much below. */
const OUTSIDE = 0.05;
/** How much larger or smaller each copy of a line is made, so that no size is learned by heart. */
const ZOOMS = [0.85, 1, 1.18] as const;

/**
 * Lists the pictures of single lines in a folder.
 *
 * @param folder with `labels.json`: an object of labels by file name, each with `lines` (the text of the one line),
 *   `page`, and `outline` (a polygon around the line) where neighbours reach into the picture
 * @throws Error where there are no such labels, or one of them is damaged
 */
export function listLineExamples(folder: string): LineExample[] {
  const path = join(folder, 'labels.json');
  return Object.entries(fieldsOf(readJson(path))).map(([file, label]) => {
    const { lines, outline, page } = fieldsOf(label);
    if (!Array.isArray(lines) || lines.length !== 1 || typeof lines[0] !== 'string') {
      throw new Error(`${path}: ${file}: expected one line of text, found ${quote(lines)}`);
    }
    return {
      file,
      text: lines[0],
      outline: Array.isArray(outline) ? (outline as Point[]) : undefined,
      page: isText(page) ? page : file,
    };
  });
}

/**
 * Cuts the strips of a picture that shows one line: the line in several sizes.
 *
 * @returns none where the line has no ink, or is too short for its text
 */
export async function stripsOfLine(folder: string, example: LineExample): Promise<LabelledStrip[]> {
  const brightness = darkestChannel(await readPicture(join(folder, example.file)));
  const contrast = inkOf(brightness, example.outline);
  const extent = digitRows(contrast);
  if (!extent) return [];
  return ZOOMS.map((zoom): LabelledStrip => {
    const scale = Math.min(3, (STRIP_DIGIT_HEIGHT * zoom) / extent.height);
    const side = (length: number): number => Math.max(1, Math.round(length * scale));
    const [width, height] = [side(brightness.width), side(brightness.height)];
    const seen = inkOf(resamplePlane(brightness, width, height), scaled(example.outline, scale));
    const strip = cutStrip(
      seen,
      {
        left: 0,
        right: width,
        middle: extent.middle * scale,
        slope: 0,
        digitHeight: STRIP_DIGIT_HEIGHT,
      },
      -1,
    );
    return { width: strip.width, contrast: quantized(strip.data), text: symbolsOf(example.text) };
  }).filter(fits);
}

/** Local contrast inside of an outline; 0 outside. */
function inkOf(
  brightness: Plane<Uint8Array | Float32Array>,
  outline: readonly Point[] | undefined,
): Plane<Float32Array> {
  const contrast = localContrast(brightness);
  if (!outline) return contrast;
  const { width, data } = contrast;
  for (let at = 0; at < data.length; at++) {
    if (!isInside((at % width) + 0.5, Math.floor(at / width) + 0.5, outline)) data[at] = 0;
  }
  return contrast;
}

const scaled = (outline: readonly Point[] | undefined, scale: number): Point[] | undefined =>
  outline?.map(([x, y]) => [x * scale, y * scale]);

/** Whether a point lies inside of a polygon: a ray from it crosses the polygon's sides an odd number of times. */
function isInside(x: number, y: number, outline: readonly Point[]): boolean {
  let inside = false;
  outline.forEach(([x1, y1], at) => {
    const [x0, y0] = outline[(at + outline.length - 1) % outline.length];
    if (y0 > y !== y1 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside;
  });
  return inside;
}

/** The rows in which the digits of a line lie. */
function digitRows({
  width,
  height,
  data,
}: Plane<Float32Array>): { readonly middle: number; readonly height: number } | undefined {
  const ink = new Float64Array(height);
  for (let at = 0; at < data.length; at++) if (data[at] < -MIN_INK) ink[Math.floor(at / width)]++;
  const total = ink.reduce((sum, count) => sum + count, 0);
  if (total < 10) return undefined;
  const rowAt = (share: number): number => {
    let sum = 0;
    return ink.findIndex((count) => (sum += count) >= share * total);
  };
  const [top, bottom] = [rowAt(OUTSIDE), rowAt(1 - OUTSIDE) + 1];
  return { middle: (top + bottom) / 2, height: Math.max(8, 1.1 * (bottom - top)) };
}
