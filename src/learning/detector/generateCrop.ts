import { moveBox, type Box } from '../../picture/box';
import { pastePicture } from '../../picture/paste';
import type { Picture } from '../../picture/picture';
import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, pickWeighted, wholeBetween } from '../../numbers/chance';
import type { DigitPool } from '../../pages/hand/digitPool';
import type { PlacedDigit } from '../../pages/labels/truth';
import type { LabelledPage } from '../../pages/labelledPage';
import { makePicture } from '../../pages/generatePicture';
import { framings, quarterTurnShare, type Content } from '../../pages/traits';
import {
  cropContents,
  cropFrames,
  cropFramings,
  cropSizes,
  fullShare,
  quarterTurnShares,
} from './cropTraits';

/** A square to learn from: one picture, or several on transparent ground. */
export interface LabelledCrop {
  /** What lies outside of the pictures is black and transparent. */
  readonly picture: Picture;
  readonly digits: readonly PlacedDigit[];
  /** Where neither an answer nor none is wrong. */
  readonly ignored: readonly Box[];
  /** Where the pictures lie: each is a picture of its own, with light and noise of its own. */
  readonly frames: readonly { readonly box: Box; readonly page: LabelledPage }[];
}

/**
 * Makes a close-up of a page, to learn from: as much as `generatePage` varies, drawn at the size at which it
 * is learned.
 *
 * Most digits have the sizes that are taught (digitSizes.ts); some crops have smaller or larger ones, which are
 * no less true: whoever learns decides by their boxes which to ask for. Where the picture lies on its side or
 * head (`page.truth.turn`), so do its digits.
 *
 * @param pool whose digits are written: training digits to learn from, validation digits to choose by
 * @param random decides everything
 * @param side pixels of the crop's width and height, at least 64
 * @default side 192
 * @throws RangeError where the side is less than 64
 */
export function generateCrop(pool: DigitPool, random: Random, side = 192): LabelledCrop {
  if (!(side >= 64)) {
    throw new RangeError(
      `expected a side of at least 64 pixels, found ${side}; choose a larger one`,
    );
  }
  const framing = pickWeighted(random, cropFrames.weights);
  const boxes =
    framing === 'whole'
      ? [{ x0: 0, y0: 0, x1: side, y1: side }]
      : framing === 'bordered'
        ? [borderedBox(random, side)]
        : smallBoxes(random, side);
  const frames = boxes.map((box) => {
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    const content = framing === 'small' ? smallContent(random) : pickWeighted(random, cropContents);
    const size =
      framing === 'small'
        ? Math.min(height * between(random, cropFrames.smallFill), 1.3 * width)
        : drawSize(random, content);
    const how =
      framing === 'small'
        ? { isFull: false, framings, quarterTurnShare }
        : {
            isFull: happens(random, fullShare),
            framings: cropFramings,
            quarterTurnShare: quarterTurnShares[isOfLetters(content) ? 'letters' : 'digits'],
          };
    return { box, page: makePicture(pool, { width, height, content, size, ...how }, random) };
  });
  return {
    picture: paste(frames, side),
    digits: frames.flatMap(({ box: by, page }) =>
      page.truth.digits.map((digit) => ({ ...digit, box: moveBox(digit.box, by.x0, by.y0) })),
    ),
    ignored: frames.flatMap(({ box: by, page }) =>
      page.truth.ignored.map((box) => moveBox(box, by.x0, by.y0)),
    ),
    frames,
  };
}

const isOfLetters = (content: Content): boolean => content === 'words' || content === 'print';

function drawSize(random: Random, content: Content): number {
  const { usual, small, large, words, smallShare, largeShare } = cropSizes;
  if (isOfLetters(content)) return factorBetween(random, words);
  const chance = random.uniform();
  if (chance < smallShare) return factorBetween(random, small);
  return factorBetween(random, chance < smallShare + largeShare ? large : usual);
}

const smallContent = (random: Random): 'single' | 'line' | 'words' =>
  happens(random, 0.8) ? 'single' : happens(random, 0.6) ? 'line' : 'words';

/** A picture that ends inside the crop, on one side or several. */
function borderedBox(random: Random, side: number): Box {
  const cut = (): number =>
    happens(random, 0.5) ? wholeBetween(random, [4, Math.floor(side * 0.45)]) : 0;
  const box = { x0: cut(), y0: cut(), x1: side - cut(), y1: side - cut() };
  const fits = box.x1 - box.x0 >= 40 && box.y1 - box.y0 >= 40;
  return fits ? box : { x0: 0, y0: 0, x1: side, y1: side };
}

/** Pictures that a digit fills, a few on one crop. */
function smallBoxes(random: Random, side: number): Box[] {
  const boxes: Box[] = [];
  for (let trial = 0; trial < 16 && boxes.length < 7; trial++) {
    const height = Math.round(factorBetween(random, cropFrames.smallHeight));
    const width = Math.round(
      Math.min(side - 1, height * factorBetween(random, cropFrames.smallAspect)),
    );
    const [x0, y0] = [random.integer(side - width), random.integer(side - height)];
    const box = { x0, y0, x1: x0 + width, y1: y0 + height };
    const isFree = boxes.every(
      (other) => other.x0 >= box.x1 || other.x1 <= x0 || other.y0 >= box.y1 || other.y1 <= y0,
    );
    if (isFree) boxes.push(box);
  }
  return boxes;
}

function paste(frames: LabelledCrop['frames'], side: number): Picture {
  if (
    frames.length === 1 &&
    frames[0].page.picture.width === side &&
    frames[0].page.picture.height === side
  ) {
    return frames[0].page.picture;
  }
  const picture = { width: side, height: side, data: new Uint8ClampedArray(4 * side * side) };
  for (const { box, page } of frames) pastePicture(picture, page.picture, box.x0, box.y0);
  return picture;
}
