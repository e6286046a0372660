import type { Pen } from './pen';
import type { Stroke } from './stroke';

/** Something drawn on a sheet with one pen. */
export interface Mark {
  /** In units of the sheet, widths too. */
  readonly strokes: readonly Stroke[];
  readonly pen: Pen;
  /** What digit it is, of which line and number in it; undefined for what is none. */
  readonly digit?: { readonly digit: number; readonly line: number; readonly order: number };
}
