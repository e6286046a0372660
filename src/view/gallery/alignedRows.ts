import type { ScoredDigit } from '../../scoring/scorePicture';
import { colors } from '../theme';
import { element, placed, type Drawing } from './drawing';
import { textLine } from './textLine';
import { verdictStyles } from './verdicts';

/** Pixels. */
const cell = { width: 14, height: 18 } as const;
/** What the names of the two rows take. */
const NAMES_WIDTH = 44;
/** Between two pairs of rows, where the digits do not fit into one. */
const SPACE = 6;

/**
 * Draws what is to be read over what was read, each digit over its own, mistakes in their colours.
 *
 * @param digits `undefined` leaves a space
 * @param width in pixels; what does not fit goes below
 */
export function alignedRows(digits: readonly (ScoredDigit | undefined)[], width: number): Drawing {
  const columns = Math.floor((width - NAMES_WIDTH) / cell.width);
  const count = Math.ceil(digits.length / columns);
  const pairs: string[] = [];
  for (let row = 0; row < count; row++) {
    const y = row * (2 * cell.height + SPACE);
    const names = textLine('label', 13, { size: 11 }) + textLine('read', 31, { size: 11 });
    const cells = digits
      .slice(row * columns, (row + 1) * columns)
      .map((digit, column) =>
        digit ? comparedDigit(digit, NAMES_WIDTH + column * cell.width) : '',
      );
    pairs.push(placed({ width, height: 2 * cell.height, content: names + cells.join('') }, 0, y));
  }
  const height = count * (2 * cell.height + SPACE) - SPACE;
  return { width, height, content: pairs.join('') };
}

function comparedDigit({ verdict, label, read }: ScoredDigit, x: number): string {
  const { color } = verdictStyles[verdict];
  const isRight = verdict === 'right';
  const size = { width: cell.width, height: 2 * cell.height };
  const ground = element('rect', { x, ...size, rx: 3, fill: color, opacity: 0.15 });
  const texts = [label, read].map((digit, row) => {
    const attributes = {
      x: x + cell.width / 2,
      y: row * cell.height + 14,
      'text-anchor': 'middle',
      'font-size': 14,
      'font-weight': isRight ? 'normal' : 'bold',
      fill: isRight ? colors.text : color,
    };
    return element('text', attributes, String(digit?.digit ?? '·'));
  });
  return (isRight ? '' : ground) + texts.join('');
}
