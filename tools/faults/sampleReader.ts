import {
  DEFAULT_READER,
  readReader,
  readReaderCard,
  saveReader,
} from '../../src/reader/folder/readerFolder';
import { sha256 } from '../../src/files/wholeFile';
import type { SampleName } from './sampleNetwork';

const usual = readReader(DEFAULT_READER);
const card = readReaderCard(DEFAULT_READER);

const parts = {
  earlier: usual,
  later: {
    ...usual,
    // The sign of its first weight.
    lines: Uint8Array.from(usual.lines, (byte, at) => (at === 1 ? byte ^ 0x80 : byte)),
    folded: Object.fromEntries(
      Object.entries(usual.folded).map(([name, unit]) => [
        name,
        { ...unit, bias: unit.bias.map((value) => value + 1) },
      ]),
    ) as typeof usual.folded,
  },
};

/** Saves the page reader of the project, or one with other weights. */
export function saveSampleReader(name: SampleName, folder: string): void {
  saveReader(parts[name], { ...card, description: name }, folder);
}

/**
 * What someone who loads a page reader from a folder gets.
 *
 * @returns undefined where it does not load
 * @throws Error where its card is of another
 */
export function readerOutcome(folder: string): string | undefined {
  let read: typeof usual;
  try {
    read = readReader(folder);
  } catch {
    return undefined;
  }
  const biases = Object.values(read.folded).flatMap(({ bias }) => Array.from(bias));
  return sha256(Buffer.from(JSON.stringify([biases, sha256(read.lines), read.calibration])));
}
