import type { ClassifyDigits } from '../../classifier/classify';
import { wholePixels } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import type { Detection } from '../detector/decodeDetections';
import type { PageReader } from '../pageReader';
import { detectPage, type DetectedPage } from './detectPage';
import type { PageReading } from './pageReading';
import { boxInPicture, tiltOf } from './pose';
import { readDetections } from './readDetections';
import { readLines } from './readLines';
import { lookAgain } from './secondLook';

/** How a page is read. */
export interface ReadOptions {
  /**
   * The least probability of an answer; a mark whose likeliest digit is less likely stays without one;
   * 0..1.
   *
   * @default 0.5: what is more likely right than wrong
   */
  readonly minConfidence?: number;
  /** A network for single digits that looks at each digit again. @default none */
  readonly secondLook?: ClassifyDigits;
}

/** The least probability of an answer where no other is asked for. */
export const MIN_CONFIDENCE = 0.5;

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
 * @param reader a network and its calibration, as `loadPageReader` loads them
 */
export async function readPage(
  picture: Picture,
  { find, calibration }: Pick<PageReader, 'find' | 'calibration'>,
  { minConfidence = MIN_CONFIDENCE, secondLook }: ReadOptions = {},
): Promise<Page> {
  const detected = await detectPage(picture, find);
  const { refused, pose } = detected;
  const digits = secondLook ? await lookAgain(detected, secondLook) : detected.digits;
  const readings = readDetections(
    { digits, refused },
    {
      calibration,
      minConfidence,
      toPicture: (box) => wholePixels(boxInPicture(box, pose, picture), picture),
    },
  );

  const detections: readonly Detection[] = [...digits, ...refused];
  const marks = detections.map(({ box }, at) => ({ box, reading: readings[at] }));
  const { slope, lines, places } = readLines(marks, digits.length);
  const inLines = places.flat();
  const { width, height } = picture;
  const tilt = Math.round(10 * (pose.tilt + tiltOf(slope))) / 10;
  return {
    reading: {
      width,
      height,
      turn: pose.turn,
      tilt,
      lines,
      refused: readings.filter((_, at) => !inLines.includes(at)),
    },
    detected,
    inLines: inLines.map((at) => detections[at]),
  };
}
