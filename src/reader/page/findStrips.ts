import { leastSquaresSlope } from '../../numbers/leastSquares';
import { median, quantile } from '../../numbers/median';
import { centreOf, boundingBoxOf, type Box } from '../../picture/box';
import { layOutLines } from './layOutLines';
import type { StripPlace } from '../line/strip';

/** A part of a line that is read in one go, in pixels of the upright page. */
export interface PageStrip extends StripPlace {
  /** The marks that it was found by, by their places among all, from left to right. */
  readonly marks: readonly number[];
}

/** Marks of a line whose heights differ by more than this factor are read apart. */
const LIKE_HEIGHT = 2.6;
/** Marks stand side by side where so much of the lower one's height is common to both. */
const SIDE_BY_SIDE = 0.7;
/** A gap of more than this between two marks, in heights, parts a line. */
const WIDEST_GAP = 4;
/** How far a strip reaches beyond its first and last mark where nothing else does, in heights. */
const REACH = 2.2;
/** A strip is as high as this share of its marks asks for. */
const TALL = 0.75;
/** A strip of at least so many marks, and as long as this in heights, has a slope of its own. */
const [MIN_MARKS, MIN_LENGTH] = [4, 4];

const heightOf = ({ y0, y1 }: Box): number => y1 - y0;

/**
 * Finds the strips of a page: pieces of its lines of marks that are of one size and close together.
 *
 * @param boxes of what looks like a digit, in pixels of the upright page
 * @param width of the upright page, in pixels
 * @returns the slope of the lines, and the strips from top to bottom and from left to right
 */
export function findStrips(
  boxes: readonly Box[],
  width: number,
): { readonly slope: number; readonly lines: readonly (readonly PageStrip[])[] } {
  const { slope, lines } = layOutLines(boxes);
  const groups = joined(
    lines.flatMap((line) => ofLikeHeight(line, boxes)),
    boxes,
  );
  return {
    slope,
    lines: groups.map((marks) => {
      const pieces = closeTogether(marks, boxes);
      return pieces.map((piece, at) =>
        stripOf(piece, boxes, slope, {
          left: at > 0 ? boxes[pieces[at - 1][pieces[at - 1].length - 1]].x1 : -Infinity,
          right: at + 1 < pieces.length ? boxes[pieces[at + 1][0]].x0 : Infinity,
          width,
        }),
      );
    }),
  };
}

/** Whether two marks stand side by side, as those of one number do. */
function areSideBySide(a: Box, b: Box): boolean {
  const [low, high] = [Math.min(heightOf(a), heightOf(b)), Math.max(heightOf(a), heightOf(b))];
  const common = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  const gap = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
  return high < LIKE_HEIGHT * low && common > SIDE_BY_SIDE * low && gap < high;
}

/** Parts a line where marks of very different heights stand beside each other. */
function ofLikeHeight(line: readonly number[], boxes: readonly Box[]): number[][] {
  const groups: number[][] = [];
  for (const mark of line) {
    const height = heightOf(boxes[mark]);
    const group = groups.find((marks) => {
      const usual = median(marks.map((at) => heightOf(boxes[at])));
      return Math.max(height, usual) < LIKE_HEIGHT * Math.min(height, usual);
    });
    if (group) group.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

/** Joins lines where a mark of one stands beside a mark of the other: small zeros after a large digit. */
function joined(lines: readonly (readonly number[])[], boxes: readonly Box[]): number[][] {
  const result: number[][] = [];
  for (const line of lines) {
    const marks = [...line];
    for (let at = result.length - 1; at >= 0; at--) {
      const isBeside = result[at].some((other) =>
        marks.some((mark) => areSideBySide(boxes[mark], boxes[other])),
      );
      if (isBeside) marks.push(...result.splice(at, 1)[0]);
    }
    result.push(marks.sort((a, b) => centreOf(boxes[a]).x - centreOf(boxes[b]).x));
  }
  return result;
}

function closeTogether(marks: readonly number[], boxes: readonly Box[]): number[][] {
  const height = median(marks.map((mark) => heightOf(boxes[mark])));
  const pieces: number[][] = [];
  for (const mark of marks) {
    const piece = pieces.at(-1);
    const gap = piece ? boxes[mark].x0 - boxes[piece[piece.length - 1]].x1 : Infinity;
    if (piece && gap < WIDEST_GAP * height) piece.push(mark);
    else pieces.push([mark]);
  }
  return pieces;
}

function stripOf(
  marks: readonly number[],
  boxes: readonly Box[],
  pageSlope: number,
  room: { readonly left: number; readonly right: number; readonly width: number },
): PageStrip {
  const own = marks.map((mark) => boxes[mark]);
  const digitHeight = quantile(own.map(heightOf), TALL);
  const { x0, x1 } = boundingBoxOf(own);
  const centres = own.map(centreOf);
  const isLong = marks.length >= MIN_MARKS && x1 - x0 > MIN_LENGTH * digitHeight;
  const slope = isLong ? leastSquaresSlope(centres) : pageSlope;
  const reach = REACH * digitHeight;
  // Two strips beside each other meet halfway.
  const left = Math.max(0, x0 - Math.min(reach, (x0 - room.left) / 2));
  const right = Math.min(room.width, x1 + Math.min(reach, (room.right - x1) / 2));
  return {
    marks,
    left,
    right,
    middle:
      (quantile(
        own.map(({ x0, x1, y0 }) => y0 - slope * ((x0 + x1) / 2 - left)),
        1 - TALL,
      ) +
        quantile(
          own.map(({ x0, x1, y1 }) => y1 - slope * ((x0 + x1) / 2 - left)),
          TALL,
        )) /
      2,
    slope,
    digitHeight,
  };
}
