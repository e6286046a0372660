import type { Box } from '../../picture/box';

/** A digit that is to be read in a picture. */
export interface LabelDigit {
  /** 0 to 9. */
  readonly digit: number;
  /** Which of the label's lines it stands in, from 0. */
  readonly line: number;
  /** Where it is, in pixels of the picture; known of made-up pages. */
  readonly box?: Box;
}

/** What is to be read in a picture. */
export interface ScanLabel {
  /** The picture's file name. */
  readonly file: string;
  /** What is in it, such as `page`, `line` or `single`. */
  readonly kind: string;
  /** Where it comes from: pictures of one source are of one hand or camera, so that they fail alike. */
  readonly source: string;
  /** In reading order; none where there is nothing to read. */
  readonly digits: readonly LabelDigit[];
  /** Whether the digits have no certain reading order. */
  readonly isScattered: boolean;
  /** Around marks that are no handwritten digits and may well be taken for some: what is read there does not count. */
  readonly ignored: readonly Box[];
  /** Degrees that the picture must be turned clockwise to stand upright; `undefined` where nothing is said. */
  readonly turn: 0 | 90 | 180 | 270 | undefined;
}
