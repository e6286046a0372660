import type { Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import type { PictureScore, ScoredDigit } from '../../scoring/scorePicture';
import { placed, type Drawing } from './drawing';
import { pictureView } from './pictureView';
import { textLine } from './textLine';
import type { UprightView } from './uprightView';
import { verdictStyles } from './verdicts';

/** Pixels. */
const SIDE = 113;
const SPACE = 12;
const CAPTION_LINE = 15;
const TILE_HEIGHT = SIDE + 2 * CAPTION_LINE + 2;
/** More only say again that a page went wrong. */
const MAX_TILES = 16;

/**
 * Draws each mistake whose place is known in its surroundings, with what was read and what the label says.
 *
 * @param width of each row, in pixels
 * @returns rows of tiles
 */
export function mistakeTiles(
  view: UprightView,
  { digits }: PictureScore,
  width: number,
): Drawing[] {
  const mistakes = digits.filter(
    (digit) => digit.verdict !== 'right' && view.placeOf(digit) !== undefined,
  );
  const columns = Math.floor((width + SPACE) / (SIDE + SPACE));
  const shown = mistakes.slice(0, MAX_TILES);
  const rows: Drawing[] = [];
  for (let first = 0; first < shown.length; first += columns) {
    const drawn = shown
      .slice(first, first + columns)
      .map((digit, column) => placed(mistakeTile(view, digit), column * (SIDE + SPACE), 0));
    rows.push({ width, height: TILE_HEIGHT, content: drawn.join('') });
  }
  const left = mistakes.length - shown.length;
  if (left > 0) {
    rows.push({ width, height: 12, content: textLine(`and ${left} more`, 10, { size: 11 }) });
  }
  return rows;
}

function mistakeTile({ picture, placeOf }: UprightView, digit: ScoredDigit): Drawing {
  const { label, read, verdict } = digit;
  const box = placeOf(digit)!;
  const room = { width: SIDE, height: SIDE };
  const view = pictureView(picture, surroundings(box, picture), room, [{ box, verdict }]);
  const { color } = verdictStyles[verdict];
  const answer = read
    ? `read ${read.digit}, ${Math.round(100 * read.confidence)} %`
    : 'read nothing';
  const content = [
    view.content,
    textLine(answer, SIDE + CAPTION_LINE, { size: 12, color, isBold: true }),
    textLine(`label ${label?.digit ?? 'nothing'}`, SIDE + 2 * CAPTION_LINE, { size: 12 }),
  ];
  return { width: SIDE, height: TILE_HEIGHT, content: content.join('') };
}

/** A square around a box, inside the picture as far as it fits. */
function surroundings({ x0, y0, x1, y1 }: Box, { width, height }: Picture): Box {
  const side = Math.min(2.4 * Math.max(x1 - x0, y1 - y0), width, height);
  const inside = (middle: number, most: number): number =>
    Math.min(most - side, Math.max(0, middle - side / 2));
  const [left, top] = [inside((x0 + x1) / 2, width), inside((y0 + y1) / 2, height)];
  return { x0: left, y0: top, x1: left + side, y1: top + side };
}
