import type { DecimalMark } from '../reader/page/numberValue';

/** What decides, beside the pictures, what is read in them. */
export interface BatchSettings {
  /** The name of a page reader in `models`, or the folder of one. */
  readonly reader: string;
  /** The least probability of an answer, as `readPage` takes it. */
  readonly minConfidence: number;
  /** Whether the signs of numbers are read. */
  readonly signs: boolean;
  /** What stands before decimals where a number leaves it open; by default what the page uses. */
  readonly decimal?: DecimalMark | undefined;
}
