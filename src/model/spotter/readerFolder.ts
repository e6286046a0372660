import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from '../../engine/engine';
import { modelFolder } from '../modelNames';
import { hash, readJson, writeWhole } from '../modelFiles';
import type { Calibration } from './confidence';
import { decodeSpotter, encodeSpotter } from './foldedBytes';
import type { PageReader } from './pageReader';
import type { ReaderCard } from './readerCard';
import { createSpotter } from './spotter';
import type { FoldedSpotter } from './spotterWeights';

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
  folded: FoldedSpotter,
  calibration: Calibration,
  card: Omit<ReaderCard, 'weights'>,
  folder: string,
): void {
  mkdirSync(folder, { recursive: true });
  // An earlier card speaks of other weights.
  rmSync(join(folder, CARD), { force: true });
  const bytes = encodeSpotter(folded);
  const weights = hash(bytes);
  const description: ReaderDescription = { format: 'page-reader', calibration, weights };
  writeWhole(folder, WEIGHTS, bytes);
  writeWhole(folder, READER, `${JSON.stringify(description, null, 2)}\n`);
  writeWhole(folder, CARD, `${JSON.stringify({ ...card, weights }, null, 2)}\n`);
}

/**
 * Loads a page reader, on the engine of this process.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where no engine runs, or a file is missing or damaged
 */
export async function loadPageReader(name = DEFAULT_READER): Promise<PageReader> {
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
  if (hash(bytes) !== weights) {
    throw new Error(
      `${join(folder, WEIGHTS)}: expected the SHA-256 that ${READER} names (${weights}), ` +
        `found ${hash(bytes)}; get or train the reader again`,
    );
  }
  await startEngine();
  return { find: createSpotter(decodeSpotter(bytes)), calibration };
}
