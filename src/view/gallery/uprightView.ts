import type { Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import type { PictureScore, ScoredDigit } from '../../scoring/scorePicture';
import { turnBox } from '../../picture/quarterTurn';
import { turnUpright } from '../../picture/file/turnUpright';
import type { JudgedBox } from './pictureView';

/** A scored picture turned upright as its label says, and where its digits are in it. */
export interface UprightView {
  readonly picture: Picture;
  /** All that was read, and what is missing where its place is known. */
  readonly boxes: readonly JudgedBox[];
  /** Where a digit was read or, if it was not, is to be read. */
  readonly placeOf: (digit: ScoredDigit) => Box | undefined;
}

/** EXIF's number for each turn clockwise. */
const orientations = { 0: 1, 90: 6, 180: 3, 270: 8 } as const;

/**
 * Turns a scored picture upright.
 *
 * @param picture the picture that was read, in its full size
 */
export function uprightView(
  picture: Picture,
  { label, digits, unanswered }: PictureScore,
): UprightView {
  const turn = label.turn ?? 0;
  const turned = (box: Box): Box => turnBox(box, turn, picture.width, picture.height);
  const placeOf = ({ read, label: wanted }: ScoredDigit): Box | undefined => {
    const box = read?.box ?? wanted?.box;
    return box && turned(box);
  };
  const boxes = digits.flatMap((digit): JudgedBox[] => {
    const { verdict, read } = digit;
    const box = placeOf(digit);
    if (!box) return [];
    return [{ box, verdict, ...(read && verdict !== 'right' && { text: String(read.digit) }) }];
  });
  const left = unanswered.map((reading): JudgedBox => {
    return { box: turned(reading.box), verdict: 'unanswered', text: '?' };
  });
  return {
    picture: turnUpright(picture, orientations[turn]),
    boxes: [...boxes, ...left],
    placeOf,
  };
}
