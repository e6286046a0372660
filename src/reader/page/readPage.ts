import type { ClassifyDigits } from '../../classifier/classify';
import { wholePixels, type Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import type { Detection } from '../detector/decodeDetections';
import type { PageReader } from '../pageReader';
import { detectPage, type DetectedPage } from './detectPage';
import type { PageReading } from './pageReading';
import { findSigns } from './findSigns';
import { boxInPicture, tiltOf } from './pose';
import { readDetections } from './readDetections';
import type { DecimalMark } from './numberValue';
import { readLines } from './readLines';
import { readNumbers } from './readNumbers';
import { lookAgain } from './secondLook';
import { createUprightPage } from './uprightPage';

/** How a page is read. */
export interface ReadOptions {
  /**
   * The least probability of an answer; a mark whose likeliest digit is less likely stays without one;
   * 0..1.
   *
   * @default 0.4: on photos two in three such answers are right, as the made-up pages that confidence is fitted to are
   *   harder
   */
  readonly minConfidence?: number;
  /** A network for single digits that looks at each digit again. @default none */
  readonly secondLook?: ClassifyDigits;
  /**
   * Whether to read the signs that belong to numbers, too: points, commas, dashes, slashes, colons, per cent signs.
   *
   * @default true
   */
  readonly signs?: boolean;
  /**
   * What stands between whole part and decimals where a number leaves it open: 1.234.
   *
   * @default what most of the page's numbers use, else a point
   */
  readonly decimal?: DecimalMark | undefined;
}

/** The least probability of an answer where no other is asked for. */
export const MIN_CONFIDENCE = 0.4;

/** A page that was read. */
export interface Page {
  readonly reading: PageReading;
  /** What was seen on the way. */
  readonly detected: DetectedPage;
  /** The detections in all lines, in reading order. */
  readonly inLines: readonly Detection[];
}

/**
 * Reads the handwritten digits of a picture: finds them at all sizes and ways that the page may lie, puts
 * them into lines, and says how sure it is of each.
 *
 * @param picture an opaque picture
 * @param reader networks and what their answers are worth, as `loadPageReader` loads them
 */
export async function readPage(
  picture: Picture,
  reader: Omit<PageReader, 'dispose'>,
  { minConfidence = MIN_CONFIDENCE, secondLook, signs: hasSigns = true, decimal }: ReadOptions = {},
): Promise<Page> {
  const detected = await detectPage(picture, reader.find);
  const { refused, pose } = detected;
  const digits = secondLook ? await lookAgain(detected, secondLook) : detected.digits;
  const toPicture = (box: Box): Box => wholePixels(boxInPicture(box, pose, picture), picture);
  const { calibration } = reader;
  const readings = readDetections({ digits, refused }, { calibration, minConfidence, toPicture });
  const page = createUprightPage(detected.levels, pose.turn);
  const signs = hasSigns ? await findSigns(page, digits, reader.classifySigns) : [];

  const detections: readonly Detection[] = [...digits, ...refused];
  const marks = detections.map(({ box }, at) => ({ box, reading: readings[at] }));
  const { slope, lines, places } = readLines(
    marks,
    digits.length,
    signs.map((sign) => ({
      ...sign,
      reading: {
        symbol: sign.sign,
        confidence: Math.round(sign.confidence * 1e4) / 1e4,
        box: toPicture(sign.box),
      },
    })),
  );
  const inLines = places.flat();
  const { width, height } = picture;
  const tilt = Math.round(10 * (pose.tilt + tiltOf(slope))) / 10;
  return {
    reading: {
      width,
      height,
      turn: pose.turn,
      tilt,
      lines: readNumbers(lines, { decimal }),
      refused: readings.filter((_, at) => !inLines.includes(at)),
    },
    detected,
    inLines: inLines.map((at) => detections[at]),
  };
}
