import type { Picture } from '../../picture/picture';
import type { PageReading } from '../../reader/page/pageReading';
import type { Strip } from '../../reader/line/strip';
import type { NumberStrip } from './readNumberStrips';

/** A page that was read, with its digits as networks for single ones see them. */
export interface ReadPage {
  readonly reading: PageReading;
  /** The marks in all lines, in reading order: ink in 0..255; [marks, 28, 28]. */
  readonly images: Uint8Array;
  /** One for every number, in reading order. */
  readonly strips: readonly NumberStrip[];
}

/** What runs beside the page, so that the page answers to its user while a picture is read. */
export interface ReaderService {
  /** Loads the networks; each of the others waits for it. */
  readonly start: () => Promise<void>;
  /** Reads a picture, which must be opaque. */
  readonly read: (picture: Picture) => Promise<ReadPage>;
  /** The likeliest text of every row of digits and signs; empty where there is none. */
  readonly readRows: (rows: readonly Strip[]) => Promise<string[]>;
  /** Ten probabilities for every image; [count, 10]. */
  readonly classify: (images: Uint8Array, count: number) => Promise<Float32Array>;
}
