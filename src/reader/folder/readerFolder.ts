import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from '../../engine/engine';
import { modelFolder } from '../../files/shippedModels';
import { sha256, readJson, writeWhole } from '../../files/wholeFile';
import type { Calibration } from '../page/confidence';
import { decodeDetector, encodeDetector } from '../detector/detectorBytes';
import type { PageReader } from '../pageReader';
import type { ReaderCard } from './readerCard';
import { createDetector } from '../detector/detector';
import type { FoldedDetector } from '../detector/detectorWeights';

const READER = 'reader.json';
const WEIGHTS = 'weights.bin';
const CARD = 'card.json';

/** What reader.json holds. */
interface ReaderDescription {
  readonly format: 'page-reader';
  readonly calibration: Calibration;
  /** SHA-256 of weights.bin. */
  readonly weights: string;
}

/** The reader that reads pages where no other is asked for. */
export const DEFAULT_READER = 'reader';

/**
 * Saves a page reader.
 *
 * @param folder is created where it does not exist; gets reader.json, weights.bin and card.json
 */
export function saveReader(
  folded: FoldedDetector,
  calibration: Calibration,
  card: Omit<ReaderCard, 'weights'>,
  folder: string,
): void {
  mkdirSync(folder, { recursive: true });
  // An earlier card speaks of other weights.
  rmSync(join(folder, CARD), { force: true });
  const bytes = encodeDetector(folded);
  const weights = sha256(bytes);
  const description: ReaderDescription = { format: 'page-reader', calibration, weights };
  writeWhole(join(folder, WEIGHTS), bytes);
  writeWhole(join(folder, READER), `${JSON.stringify(description, null, 2)}\n`);
  writeWhole(join(folder, CARD), `${JSON.stringify({ ...card, weights }, null, 2)}\n`);
}

/** A page reader's files, read. */
interface ReaderFiles {
  readonly folded: FoldedDetector;
  readonly calibration: Calibration;
}

/**
 * Reads a page reader's network and calibration, without an engine.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where a file is missing or damaged
 */
export function readReader(name: string): ReaderFiles {
  const folder = modelFolder(name);
  const path = join(folder, READER);
  if (!existsSync(path)) {
    throw new Error(
      `${path}: expected a page reader, found no such file; ${DEFAULT_READER} comes with the project, ` +
        '`npm run train-reader` makes new ones',
    );
  }
  const { calibration, weights } = readJson(path) as ReaderDescription;
  const bytes = readFileSync(join(folder, WEIGHTS));
  if (sha256(bytes) !== weights) {
    throw new Error(
      `${join(folder, WEIGHTS)}: expected the SHA-256 that ${READER} names (${weights}), ` +
        `found ${sha256(bytes)}; get or train the reader again`,
    );
  }
  return { folded: decodeDetector(bytes), calibration };
}

/**
 * Reads what must be known of a page reader to trust it and to make it again.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where the file is missing or damaged
 */
export function readReaderCard(name: string): ReaderCard {
  return readJson(join(modelFolder(name), CARD)) as ReaderCard;
}

/**
 * Loads a page reader, on the engine of this process.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where no engine runs, or a file is missing or damaged
 */
export async function loadPageReader(name = DEFAULT_READER): Promise<PageReader> {
  const { folded, calibration } = readReader(name);
  await startEngine();
  const find = createDetector(folded);
  return { find, calibration, dispose: find.dispose };
}
