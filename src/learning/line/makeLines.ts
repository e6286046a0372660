import { join } from 'node:path';
import { readRegularFile } from '../../files/regularFile';
import { readJson } from '../../files/wholeFile';
import type { CardTraining } from '../../reader/folder/readerCard';
import { readReader, readReaderCard } from '../../reader/folder/readerFolder';
import { decodeLineReader } from '../../reader/line/lineBytes';
import type { LineCalibration } from '../../reader/page/lineConfidence';

/** A network that reads lines, how sure it may be, and what a card tells of how it came about. */
export interface MadeLines {
  readonly lines: Uint8Array;
  readonly lineCalibration: LineCalibration;
  readonly run: CardTraining;
}

/**
 * Takes a network that reads lines.
 *
 * @param folder with what `scripts/train_line_reader.py` writes; undefined for the network of `reader`
 * @param reader whose calibration of lines is kept, and whose network where no folder is given
 * @throws RangeError where the network in the folder is damaged
 */
export function makeLines(folder: string | undefined, reader: string): MadeLines {
  const { lines, lineCalibration } = readReader(reader);
  if (folder === undefined) return { lines, lineCalibration, run: readReaderCard(reader).lines };
  const bytes = readRegularFile(join(folder, 'lines.bin'), 'a line reader');
  decodeLineReader(bytes);
  return {
    lines: bytes,
    lineCalibration,
    run: readJson(join(folder, 'training.json')) as CardTraining,
  };
}
