import { clamp } from '../../numbers/clamp';
import type { Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import { confidenceIn, likeliestDigit } from './confidence';
import type { PageReader } from '../pageReader';
import type { ClassifyDigits } from '../../classifier/classify';
import { contextsOf } from './context';
import { findSpaces } from './findSpaces';
import { joinRefused, layOutLines } from './layOutLines';
import { lookAgain } from './secondLook';
import type { Detection } from '../detector/decodeDetections';
import type { Alternative, DigitReading, LineReading, PageReading } from './pageReading';
import { boxInPicture } from './pose';
import type { RefusedDetection } from './selectDigits';
import { detectPage, type DetectedPage } from './detectPage';

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

const MIN_ALTERNATIVE = 0.01;

/**
 * Reads the handwritten digits of a picture: finds them at all sizes and ways that the page may lie, puts
 * them into lines, and says how sure it is of each.
 *
 * @param picture an opaque picture
 * @param reader a network and its calibration, as `loadPageReader` loads them
 */
export async function readPage(
  picture: Picture,
  reader: Pick<PageReader, 'find' | 'calibration'>,
  { minConfidence = MIN_CONFIDENCE, secondLook }: ReadOptions = {},
): Promise<Page> {
  const detected = await detectPage(picture, reader.find);
  const digits = secondLook ? await lookAgain(detected, secondLook) : detected.digits;
  const { refused, pose } = detected;
  const { width, height } = picture;
  const detections: readonly Detection[] = [...digits, ...refused];
  const confidences = contextsOf(detections).map((context, place) =>
    confidenceIn({ ...detections[place], context }, reader.calibration),
  );
  const read = (detection: Detection, place: number): DigitReading => {
    const digit = likeliestDigit(detection);
    const confidence = confidences[place];
    const isSure = confidence >= minConfidence;
    const box = boxInside(boxInPicture(detection.box, pose, picture), picture);
    const alternatives = alternativesOf(detection, confidence);
    return isSure
      ? { digit, confidence: rounded(confidence), box, alternatives: alternatives.slice(1) }
      : {
          digit: null,
          reason: 'less sure than asked for',
          confidence: rounded(confidence),
          box,
          alternatives,
        };
  };
  const refuse = (detection: RefusedDetection, place: number): DigitReading => {
    const confidence = confidences[digits.length + place];
    return {
      digit: null,
      reason: detection.reason,
      confidence: rounded(confidence),
      box: boxInside(boxInPicture(detection.box, pose, picture), picture),
      alternatives: alternativesOf(detection, confidence),
    };
  };

  const boxes = detections.map(({ box }) => box);
  const readings = [...digits.map(read), ...refused.map(refuse)];
  const { slope, lines } = layOutLines(boxes.slice(0, digits.length));
  const joined = joinRefused(boxes, lines, slope);
  const placed = new Set(joined.flat());
  return {
    reading: {
      width,
      height,
      turn: pose.turn,
      tilt: Math.round(10 * pose.tilt + (Math.atan(slope) * 1800) / Math.PI) / 10,
      lines: joined.map((line) => readLine(line, readings, boxes)),
      refused: readings.filter((_, place) => !placed.has(place)),
    },
    detected,
    inLines: joined.flat().map((place) => detections[place]),
  };
}

function readLine(
  line: readonly number[],
  readings: readonly DigitReading[],
  boxes: readonly Box[],
): LineReading {
  const spaces = findSpaces(line.map((place) => boxes[place]));
  const text = line.map((place, at) => `${spaces[at] ? ' ' : ''}${readings[place].digit ?? '?'}`);
  return { text: text.join(''), digits: line.map((place) => readings[place]) };
}

/**
 * What a mark may be, likeliest first. Other digits share, as the network weighs them, what the confidence
 * leaves; less, where it is the digit itself that is doubtful.
 */
function alternativesOf({ probabilities }: Detection, confidence: number): Alternative[] {
  const most = Math.max(...probabilities);
  const rest = Math.max(1e-9, 1 - most);
  const shareOf = (probability: number): number =>
    Math.min((confidence * probability) / most, ((1 - confidence) * probability) / rest);
  const likeliest = likeliestDigit({ probabilities });
  return Array.from(probabilities, (probability, digit) => ({
    digit,
    confidence: rounded(digit === likeliest ? confidence : shareOf(probability)),
  }))
    .sort((a, b) => b.confidence - a.confidence)
    .filter((alternative, rank) => rank === 0 || alternative.confidence >= MIN_ALTERNATIVE);
}

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

/** A box in whole pixels, inside the picture. */
function boxInside(box: Box, { width, height }: Picture): Box {
  return {
    x0: clamp(Math.floor(box.x0), 0, width),
    y0: clamp(Math.floor(box.y0), 0, height),
    x1: clamp(Math.ceil(box.x1), 0, width),
    y1: clamp(Math.ceil(box.y1), 0, height),
  };
}
