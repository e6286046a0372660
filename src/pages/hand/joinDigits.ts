import { between, happens } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import { extentOf, smoothCurve, type Stroke } from '../../strokes/stroke';
import type { InkMark } from '../sheet/inkMark';

/** Neighbours whose ends are further apart than this are not joined, in heights of the left one. */
const FURTHEST = 0.9;

/**
 * Joins some digits to the digit before by a line of the pen, as people do who write fast.
 *
 * @param marks of a line, from left to right
 * @param share how often neighbours are joined, 0..1
 */
export function joinDigits(
  marks: readonly InkMark[],
  share: number,
  random: Random,
): readonly InkMark[] {
  return marks.map((mark, at) => {
    const before = marks[at - 1];
    const isJoined = isDigit(before) && isDigit(mark) && happens(random, share);
    const link = isJoined ? linkBetween(before.strokes, mark.strokes, random) : undefined;
    return link ? { ...mark, strokes: [link, ...mark.strokes] } : mark;
  });
}

const isDigit = (mark: InkMark | undefined): boolean =>
  mark?.digit !== undefined && mark.strokes.length > 0;

/** From where the pen left one digit to where it began the next. */
function linkBetween(
  left: readonly Stroke[],
  right: readonly Stroke[],
  random: Random,
): Stroke | undefined {
  const [last, first] = [left[left.length - 1], right[0]];
  const { top, bottom } = extentOf(left);
  const height = bottom - top;
  const [x0, y0, width] = last.subarray(-3);
  const [x1, y1] = first;
  if (Math.hypot(x1 - x0, y1 - y0) > FURTHEST * height) return undefined;
  const bow = 0.12 * height * random.normal();
  const points = [x0, y0, width, (x0 + x1) / 2, (y0 + y1) / 2 + bow, 0.8 * width, x1, y1, width];
  return smoothCurve(Float32Array.from(points), height / 12);
}

/**
 * Writes zeros that follow each other in one go, as a line that loops.
 *
 * @param marks of a line, from left to right
 */
export function loopZeros(marks: readonly InkMark[], random: Random): readonly InkMark[] {
  const looped: InkMark[] = [];
  for (let at = 0; at < marks.length;) {
    let end = at;
    while (marks[end]?.digit?.digit === 0) end++;
    if (end - at < 2) looped.push(marks[at++]);
    else {
      const zeros = marks.slice(at, end);
      const loops = loopsThrough(zeros, random);
      looped.push(
        ...zeros.map((zero, index) => ({ ...zero, strokes: index === 0 ? [loops] : [] })),
      );
      at = end;
    }
  }
  return looped;
}

function loopsThrough(zeros: readonly InkMark[], random: Random): Stroke {
  const boxes = zeros.map(({ strokes }) => extentOf(strokes));
  const width = zeros[0].strokes[0][2];
  const points: number[] = [];
  const start = between(random, [-1.9, -1.2]);
  const way = happens(random, 0.75) ? -1 : 1;
  const end = 1 - between(random, [0, 0.15]);
  boxes.forEach(({ left, right, top, bottom }, index) => {
    const turns = index === boxes.length - 1 ? end : 1;
    const next = boxes[index + 1] ?? boxes[index];
    for (let step = 0; step < 14; step++) {
      const share = step / 14;
      const angle = start + way * 2 * Math.PI * share * turns;
      // The middle moves on to the next zero's in the last third of the turn.
      const moved = Math.max(0, 3 * share - 2) / 2;
      const middle = (left + right) / 2 + moved * ((next.left + next.right - left - right) / 2);
      points.push(
        middle + ((right - left) / 2) * Math.cos(angle),
        (top + bottom) / 2 + ((bottom - top) / 2) * Math.sin(angle),
        width,
      );
    }
  });
  return Float32Array.from(points);
}
