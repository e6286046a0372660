import { normalizeDigit } from '../normalizeDigit';
import { between, factorBetween, happens, pick, type Range } from '../../numbers/chance';
import { barSeven, flagOne, footOne, slashZero } from '../../strokes/digitVariants';
import { digitForms } from '../../strokes/drawnForms';
import { bendStrokes } from '../../strokes/bendStrokes';
import { createStrokeRaster, rasterizeStroke } from '../../strokes/rasterizeStroke';
import { extentOf, mapStroke, smoothCurve, type Stroke } from '../../strokes/stroke';
import { vectorizeDigit } from '../../strokes/vectorizeDigit';
import type { Plane } from '../../picture/picture';
import type { Random } from '../../numbers/random';

/** How often, and how, digits are written anew with another pen and in other people's forms. */
export interface WritingOptions {
  /** The share of digits that are written anew, 0..1. */
  readonly share: number;
  /** The share of those that follow a form which is rare among MNIST's writers, 0..1. */
  readonly rareFormShare: number;
  /** The share of the other 0s, 1s and 7s that get the slash, the flag or foot, and the bar of other countries, 0..1. */
  readonly habitShare: number;
  /** The least and the largest width of the line, compared with the digit's longer side. */
  readonly penWidth: Range;
  /** The least and the largest factor that a digit's width changes by, compared with its height. */
  readonly aspect: Range;
  /** The largest bend of the strokes, compared with the digit's longer side. */
  readonly bend: number;
}

/** The longer side of a digit while it is drawn, in pixels: twice MNIST's, so that thin lines stay lines. */
const drawnSide = 40;
/** The side of the picture it is drawn on: room for the widest pen. */
const pictureSide = 64;

function adorn(digit: number, strokes: readonly Stroke[], random: Random): readonly Stroke[] {
  switch (digit) {
    case 0:
      // The rarest of these habits.
      return happens(random, 0.3) ? slashZero(strokes, random) : strokes;
    case 1: {
      const hasFoot = happens(random, 0.4);
      // A foot alone is as usual in America as a flag is in Europe.
      const flagged = hasFoot && happens(random, 0.5) ? strokes : flagOne(strokes, random);
      return hasFoot ? footOne(flagged, random) : flagged;
    }
    case 7:
      return barSeven(strokes, random);
    default:
      return strokes;
  }
}

/** The strokes to write; none where the digit's own cannot be told. */
function chooseStrokes(
  digit: Plane<Uint8Array>,
  label: number,
  { rareFormShare, habitShare }: WritingOptions,
  random: Random,
): readonly Stroke[] {
  if (happens(random, rareFormShare)) return pick(random, digitForms[label]);
  const own = vectorizeDigit(digit);
  return own.length > 0 && happens(random, habitShare) ? adorn(label, own, random) : own;
}

/** Brings strokes to the size they are drawn in, bent and stretched, with the widths of a pen. */
function placeStrokes(
  strokes: readonly Stroke[],
  { penWidth, aspect, bend }: WritingOptions,
  random: Random,
): Stroke[] {
  const stretch = factorBetween(random, aspect);
  const bent = bendStrokes(strokes, bend * random.uniform(), random).map((stroke) =>
    mapStroke(stroke, (x, y) => [stretch * x, y]),
  );
  const { left, top, right, bottom } = extentOf(bent);
  const scale = drawnSide / Math.max(right - left, bottom - top, 0.1);
  const width = drawnSide * factorBetween(random, penWidth);
  const pressure = between(random, [0, 1]);
  return bent.map((stroke) => {
    const placed = mapStroke(stroke, (x, y) => [
      (x - (left + right) / 2) * scale + pictureSide / 2,
      (y - (top + bottom) / 2) * scale + pictureSide / 2,
    ]);
    for (let at = 2; at < placed.length; at += 3) {
      placed[at] = (width / 2) * Math.max(0.4, 1 + pressure * (placed[at] - 1));
    }
    return smoothCurve(placed, 2);
  });
}

function draw(strokes: readonly Stroke[]): Plane<Uint8Array> {
  const raster = createStrokeRaster(pictureSide, pictureSide);
  const data = new Uint8Array(pictureSide * pictureSide);
  for (const stroke of strokes) {
    const box = rasterizeStroke(raster, stroke);
    if (box === undefined) continue;
    for (let row = box.top; row < box.bottom; row++) {
      for (let column = box.left; column < box.right; column++) {
        const at = row * pictureSide + column;
        const ink = Math.min(1, Math.max(0, raster.inside[at] + 0.5));
        data[at] = Math.max(data[at], Math.round(255 * ink));
      }
    }
  }
  return { width: pictureSide, height: pictureSide, data };
}

/**
 * Writes some digits anew: their strokes with a pen of another width, some with the bars, flags, feet and
 * slashes that people of other countries write, some in forms that are rare among MNIST's writers.
 *
 * @param digit ink in 0..255; [28, 28]
 * @param label which digit it is, 0 to 9
 * @returns ink in 0..255, normalised as MNIST's digits are; [28, 28], the same where chance leaves it alone or
 *   its strokes cannot be told
 */
export function varyWriting(
  digit: Plane<Uint8Array>,
  label: number,
  options: WritingOptions,
  random: Random,
): Uint8Array {
  if (!happens(random, options.share)) return digit.data;
  const strokes = chooseStrokes(digit, label, options, random);
  if (strokes.length === 0) return digit.data;
  return normalizeDigit(draw(placeStrokes(strokes, options, random)));
}
