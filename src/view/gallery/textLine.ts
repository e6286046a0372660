import { printable } from '../../numbers/printable';
import { escapeHtml } from '../escapeHtml';
import { textWidth } from '../render/textWidth';
import { colors } from '../theme';
import { element } from './drawing';

/** How a text looks. */
interface TextLook {
  /** Font size in pixels. */
  readonly size: number;
  /** @default colors.text */
  readonly color?: string;
  /** @default false */
  readonly isBold?: boolean;
}

const weightOf = ({ isBold }: TextLook): string => (isBold ? 'bold' : 'normal');

/** Draws a text that begins at the left edge, its base line at y. */
export function textLine(text: string, y: number, look: TextLook): string {
  return element(
    'text',
    {
      x: 0,
      y,
      'font-size': look.size,
      'font-weight': weightOf(look),
      fill: look.color ?? colors.text,
    },
    escapeHtml(printable(text)),
  );
}

/** Cuts a text off where it is wider than some pixels. */
export function fitted(text: string, width: number, look: TextLook): string {
  const shown = printable(text);
  const share = width / textWidth(shown, look.size, weightOf(look));
  return share >= 1 ? shown : `${shown.slice(0, Math.floor(shown.length * share) - 2)}…`;
}
