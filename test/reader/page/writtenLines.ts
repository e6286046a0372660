import { centreOf, type Box } from '../../../src/picture/box';
import { ANSWER_COUNT, SYMBOLS } from '../../../src/reader/line/alphabet';
import type { ReadStrips, StripAnswers } from '../../../src/reader/line/lineReader';
import { STRIP_STRIDE } from '../../../src/reader/line/strip';
import { findStrips } from '../../../src/reader/page/findStrips';

/** A symbol as a line reader sees it. */
export interface SeenSymbol {
  /** In pixels of the upright page. */
  readonly box: Box;
  /** What it may be, and how probable that is; nothing, where the line reader sees paper. */
  readonly symbols: Readonly<Record<string, number>>;
}

/** What is not likely is nearly impossible. */
const LEAST = 1e-9;
/** Symbols further apart than this, in their heights, have a space between them. */
const SPACE = 1;

/**
 * A line reader that sees some symbols, each in one column of its strip, and paper around them.
 *
 * @param seen what the detector sees, too
 * @param signs what stands between it, in the first strip
 */
export function readSymbols(
  seen: readonly SeenSymbol[],
  pageWidth: number,
  signs: readonly SeenSymbol[] = [],
): ReadStrips {
  const strips = findStrips(
    seen.map(({ box }) => box),
    pageWidth,
  ).lines.flat();
  return (pictures) =>
    Promise.resolve(
      pictures.map(({ width }, index): StripAnswers => {
        const columns = width / STRIP_STRIDE;
        const { left, right, marks } = strips[index];
        const answers = blankAnswers(columns);
        const columnAt = (x: number): number => Math.floor((columns * (x - left)) / (right - left));
        marks.forEach((mark, at) => {
          const { box, symbols } = seen[mark];
          answers.say(columnAt(centreOf(box).x), symbols);
          const before = at > 0 ? seen[marks[at - 1]].box.x1 : box.x0;
          if (box.x0 - before > SPACE * (box.y1 - box.y0)) {
            answers.say(columnAt((before + box.x0) / 2), { ' ': 1 });
          }
        });
        for (const { box, symbols } of index === 0 ? signs : []) {
          answers.say(columnAt(centreOf(box).x), symbols);
        }
        return { columns, logProbabilities: answers.logProbabilities };
      }),
    );
}

function blankAnswers(columns: number): {
  readonly logProbabilities: Float32Array;
  readonly say: (column: number, symbols: Readonly<Record<string, number>>) => void;
} {
  const logProbabilities = new Float32Array(columns * ANSWER_COUNT).fill(Math.log(LEAST));
  const set = (column: number, answer: number, probability: number): void => {
    logProbabilities[column * ANSWER_COUNT + answer] = Math.log(Math.max(LEAST, probability));
  };
  for (let column = 0; column < columns; column++) set(column, 0, 1);
  return {
    logProbabilities,
    say: (column, symbols) => {
      const shares = Object.entries(symbols);
      set(column, 0, 1 - shares.reduce((sum, [, probability]) => sum + probability, 0));
      for (const [symbol, probability] of shares) {
        set(column, SYMBOLS.indexOf(symbol) + 1, probability);
      }
    },
  };
}
