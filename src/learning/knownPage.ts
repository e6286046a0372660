import { alignInOrder, alignScattered } from '../pages/labels/alignDigits';
import type { PictureLabel } from '../pages/labels/truth';
import { iou, containsCentre, type Box } from '../picture/box';
import { MAX_CONTRAST } from '../picture/localContrast';
import type { Plane } from '../picture/picture';
import { turnPlane } from '../picture/quarterTurn';
import type { Page } from '../reader/page/readPage';
import type { TrainingCrop } from './detector/trainingCrop';

/** A page of somebody's own with what stands on it, to learn from; boxes are in pixels of the upright page. */
export interface KnownPage extends Pick<TrainingCrop, 'digits' | 'ignored'> {
  /** The upright page at all sizes: local contrast of -4..4 in steps of 4 / 127. */
  readonly levels: readonly { readonly scale: number; readonly contrast: Plane<Int8Array> }[];
}

/** A page of which fewer digits are found in the order of its label is not to be trusted to lie as it was read. */
const MIN_FOUND = 0.6;

/** Boxes that overlap more are of the same mark: those of tables are rounded. */
const SAME_MARK = 0.8;

function inSteps({ width, height, data }: Plane<Float32Array>): Plane<Int8Array> {
  const steps = Int8Array.from(data, (value) => Math.round((value * 127) / MAX_CONTRAST));
  return { width, height, data: steps };
}

/**
 * Finds out where the digits of a label stand on its page, by what was read there: what was read right or wrong in the
 * place of a digit is that digit, what was read beside all of them is none.
 *
 * @param page as `readPage` reads it
 * @param label its digits in reading order, without places
 * @returns undefined where too little of the label was found
 */
export function knownPage(
  { reading, detected, inLines }: Page,
  label: PictureLabel,
): KnownPage | undefined {
  const marks = reading.lines
    .flatMap(({ digits }) => digits)
    .map((mark, at) => ({ ...mark, place: inLines[at].box }));
  const isAsked = ({ box }: { readonly box: Box }): boolean =>
    !label.ignored.some((place) => containsCentre(place, box));
  const answers = marks.filter((mark) => mark.digit !== null && isAsked(mark));
  const align = label.isScattered ? alignScattered : alignInOrder;
  const pairs = align(
    answers.map(({ digit }) => digit!),
    label.digits.map(({ digit }) => digit),
    () => 0,
  );
  const digits = pairs.flatMap((pair) =>
    pair.read === undefined || pair.label === undefined
      ? []
      : [{ digit: label.digits[pair.label].digit, box: answers[pair.read].place }],
  );
  if (digits.length < MIN_FOUND * label.digits.length) return undefined;
  const known = new Set(digits.map(({ box }) => box));
  // Where a digit was not found, whatever looks a little like one may be it.
  const open: readonly Box[] =
    digits.length === label.digits.length
      ? marks.filter((mark) => !isAsked(mark)).map(({ place }) => place)
      : [...detected.digits, ...detected.refused].map(({ box }) => box);
  return { levels: levelsOf(detected), digits, ignored: open.filter((box) => !known.has(box)) };
}

/** What a person says of a mark. */
export interface Correction {
  /** The mark's box in the picture. */
  readonly box: Box;
  /** The digit that it is; null where it is none. */
  readonly digit: number | null;
}

/**
 * Takes what was read on a page for true, but for what a person has corrected.
 *
 * @param page as `readPage` reads it with the reader of which the person corrected the answers
 * @param corrections of its doubtful marks; one that is not among them was read right, or left open where it has no
 *   answer
 */
export function correctedPage(
  { reading, detected, inLines, outside }: Page,
  corrections: readonly Correction[],
): KnownPage {
  const marks = [...reading.lines.flatMap(({ digits }) => digits), ...reading.refused].map(
    ({ digit, box: inPicture }, at) => {
      const correction = corrections.find(({ box }) => iou(box, inPicture) > SAME_MARK);
      const place = (inLines[at] ?? outside[at - inLines.length]).box;
      return {
        place,
        digit: correction ? correction.digit : digit,
        isTold: correction !== undefined,
      };
    },
  );
  return {
    levels: levelsOf(detected),
    digits: marks.flatMap(({ digit, place }) => (digit === null ? [] : [{ digit, box: place }])),
    ignored: marks
      .filter(({ digit, isTold }) => digit === null && !isTold)
      .map(({ place }) => place),
  };
}

const levelsOf = ({ levels, pose }: Page['detected']): KnownPage['levels'] =>
  levels.map(({ scale, contrast }) => ({
    scale,
    contrast: inSteps(turnPlane(contrast, pose.turn)),
  }));
