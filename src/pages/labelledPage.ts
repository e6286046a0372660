import type { Box } from '../picture/box';
import type { Picture } from '../picture/picture';
import type { SurfaceName } from './sheet/surface';
import type { Content } from './traits';

/** A digit on a page. */
export interface PageDigit {
  /** 0 to 9. */
  readonly digit: number;
  /** Tight around its ink, in pixels and parts of them, cut off at the picture's borders. */
  readonly box: Box;
  /** Which line of `PageTruth.lines` it stands in. */
  readonly line: number;
  /** Which digit of that line it is. */
  readonly order: number;
}

/** What is to be read on a page. */
export interface PageTruth {
  readonly digits: readonly PageDigit[];
  /** The digits of every line that has some, from the top of the upright page. */
  readonly lines: readonly string[];
  /** Where nothing is wrong, neither an answer nor none: digits crossed out, cut off, or too faint to read. */
  readonly ignored: readonly Box[];
  /** Degrees, 0, 90, 180 or 270, that the picture must be turned clockwise to be upright. */
  readonly turn: number;
  /** Whether the lines have no order among themselves. */
  readonly isScattered: boolean;
}

/** A picture of a page, and what is to be read on it. */
export interface LabelledPage {
  readonly picture: Picture;
  readonly truth: PageTruth;
  /** What is on the page, and what it is written on. */
  readonly content: Content;
  readonly surface: SurfaceName;
}
