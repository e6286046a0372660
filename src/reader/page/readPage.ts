import type { ClassifyDigits } from '../../classifier/classify';
import { moveBox, wholePixels, type Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import type { Detection } from '../detector/decodeDetections';
import type { PageReader } from '../pageReader';
import { detectPage, type DetectedPage } from './search/detectPage';
import { framePicture } from './framePicture';
import type { PageReading } from './pageReading';
import { boxInPicture, tiltOf } from './pose';
import { readDetections } from './readDetections';
import type { DecimalMark } from './numberValue';
import { readNumbers } from './readNumbers';
import type { RefusedDetection } from './search/selectDigits';
import { readStrips, type PageLines } from './readStrips';
import { judgeNumber } from './judgeNumber';
import { lookAgain } from './secondLook';
import { writeLines } from './writeLines';

/** How a page is read. */
export interface ReadOptions {
  /**
   * The least probability of an answer; a mark whose likeliest digit is less likely stays without one;
   * 0..1.
   *
   * @default 0.4: on photos, more answers below are false than right
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
  /** Where the digits in all lines stand on the upright page, in reading order. */
  readonly inLines: readonly { readonly box: Box }[];
  /** All that looks like a digit: what the lines were found by. */
  readonly marks: readonly Detection[];
  /** What the line reader has read along them. */
  readonly lines: PageLines;
  /** Brings a box of the upright page into the picture. */
  readonly toPicture: (box: Box) => Box;
  /** The marks that stand in no number: those of `reading.refused`, in the same order. */
  readonly outside: readonly Detection[];
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
  const { picture: framed, margin } = framePicture(picture);
  const detected = await detectPage(framed, reader.find);
  const { refused, pose, brightness } = detected;
  const digits = secondLook ? await lookAgain(detected, secondLook) : detected.digits;
  const toPicture = (box: Box): Box =>
    wholePixels(moveBox(boxInPicture(box, pose, framed), -margin, -margin), picture);
  const marks: readonly (Detection | RefusedDetection)[] = [...digits, ...refused];
  const page = await readStrips(
    { brightness, turn: pose.turn },
    digits,
    refused,
    reader.readStrips,
  );
  const written = writeLines(page, marks, {
    calibration: reader.lineCalibration[page.lines.length === 1 ? 'oneLine' : 'page'],
    minConfidence,
    signs: hasSigns,
    toPicture,
  });
  const { calibration } = reader;
  const alone = readDetections(marks, { calibration, toPicture });
  const isOutside = (_: unknown, at: number): boolean => !written.marks.has(at);
  const { width, height } = picture;
  return {
    reading: {
      width,
      height,
      turn: pose.turn,
      tilt: Math.round(10 * (pose.tilt + tiltOf(page.slope))) / 10,
      lines: readNumbers(written.lines, { decimal, judge: judgeNumber }),
      refused: alone.filter(isOutside),
    },
    detected,
    marks,
    lines: page,
    toPicture,
    inLines: written.places.map((box) => ({ box })),
    outside: marks.filter(isOutside),
  };
}
