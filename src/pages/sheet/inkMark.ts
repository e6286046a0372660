import type { Pen } from '../hand/pen';
import type { Stroke } from '../../strokes/stroke';

/** Something drawn or printed on a sheet in one ink. */
export interface InkMark {
  /** In units of the sheet, widths too. */
  readonly strokes: readonly Stroke[];
  /** Whether the strokes are closed lines whose inside is inked, as of print, and not lines of a pen. */
  readonly isFilled?: boolean;
  readonly pen: Pen;
  /** What digit it is, of which line and number in it; undefined for what is none. */
  readonly digit?: { readonly digit: number; readonly line: number; readonly order: number };
}
