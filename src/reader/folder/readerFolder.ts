import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from '../../engine/engine';
import { modelFolder } from '../../files/shippedModels';
import { checkVersion, FORMAT_VERSION } from '../../files/formatVersion';
import { makeFolder } from '../../files/makeFolder';
import { readRegularFile } from '../../files/regularFile';
import { readJson, replaceTogether, sha256 } from '../../files/wholeFile';
import { fieldsOf, isObject, isText } from '../../numbers/jsonValues';
import { naming, oneLine, quote } from '../../numbers/quote';
import { decodeLineReader } from '../line/lineBytes';
import type { Calibration } from '../page/confidence';
import type { EvidenceCalibration, LineCalibration } from '../page/lineConfidence';
import { decodeDetector, encodeDetector } from '../detector/detectorBytes';
import { createPageReader, type ReaderParts } from '../createPageReader';
import type { PageReader } from '../pageReader';
import type { ReaderCard } from './readerCard';

/** The file that makes a folder a page reader. */
export const READER = 'reader.json';
const WEIGHTS = 'weights.bin';
const LINES = 'lines.bin';
const CARD = 'card.json';

/** What reader.json holds. */
interface ReaderDescription {
  readonly format: 'page-reader';
  readonly version: typeof FORMAT_VERSION;
  readonly calibration: Calibration;
  readonly lineCalibration: LineCalibration;
  /** SHA-256 of weights.bin and of lines.bin. */
  readonly weights: string;
  readonly lines: string;
}

/** The reader that reads pages where no other is asked for. */
export const DEFAULT_READER = 'reader';

/**
 * Saves a page reader.
 *
 * @param folder is created where it does not exist; gets reader.json, weights.bin, lines.bin and card.json
 * @throws WriteError where the disk does not take it; an earlier reader is then still there
 */
export function saveReader(
  { folded, lines, calibration, lineCalibration }: ReaderParts,
  card: Omit<ReaderCard, 'weights'>,
  folder: string,
): void {
  makeFolder(folder);
  const bytes = encodeDetector(folded);
  const weights = sha256(bytes);
  const description: ReaderDescription = {
    format: 'page-reader',
    version: FORMAT_VERSION,
    calibration,
    lineCalibration,
    weights,
    lines: sha256(lines),
  };
  const files = {
    [WEIGHTS]: bytes,
    [LINES]: lines,
    [CARD]: `${JSON.stringify({ ...card, weights }, null, 2)}\n`,
  };
  replaceTogether(
    Object.entries(files).map(([name, content]) => ({ path: join(folder, name), content })),
    { path: join(folder, READER), content: `${JSON.stringify(description, null, 2)}\n` },
  );
}

/**
 * The description of a page reader, which names the SHA-256 of its weights.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @returns the path of the file
 * @throws Error where there is no such reader
 */
export function readerPath(name: string): string {
  const path = join(modelFolder(name), READER);
  if (existsSync(path)) return path;
  throw new Error(
    `${path}: expected a page reader, found no such file; ${DEFAULT_READER} comes with the project, ` +
      '`npm run train-reader` makes new ones',
  );
}

/**
 * Tells page readers apart: the SHA-256 of the description, which names those of the weights.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where there is no such reader
 */
export function hashReader(name: string): string {
  return sha256(readRegularFile(readerPath(name), 'a page reader'));
}

/**
 * Reads what a page reader is made of, without an engine.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where a file is missing or damaged
 */
export function readReader(name: string): ReaderParts {
  const folder = modelFolder(name);
  const { calibration, lineCalibration, weights, lines } = readDescription(readerPath(name));
  return {
    folded: readNetwork(join(folder, WEIGHTS), weights, decodeDetector),
    lines: readNetwork(join(folder, LINES), lines, (bytes) => {
      decodeLineReader(bytes);
      return bytes;
    }),
    calibration,
    lineCalibration,
  };
}

function readDescription(path: string): ReaderDescription {
  const description = readJson(path);
  const { format, version, calibration, lineCalibration, weights, lines } = fieldsOf(description);
  if (format !== 'page-reader' || !isText(weights) || !isText(lines)) {
    throw new Error(
      `${path}: expected the format page-reader with the SHA-256 of its networks, found ${quote(description)}; ` +
        'get or train the reader again',
    );
  }
  checkVersion(path, version);
  return {
    format,
    version: FORMAT_VERSION,
    calibration: checkCalibration(path, calibration),
    lineCalibration: checkLineCalibration(path, lineCalibration),
    weights,
    lines,
  };
}

function checkCalibration(path: string, calibration: unknown): Calibration {
  const given = fieldsOf(calibration);
  const { offset, score, clarity, company } = given;
  if ([offset, score, clarity, company].every(Number.isFinite)) {
    return given as unknown as Calibration;
  }
  throw new Error(
    `${path}: expected a calibration of offset, score, clarity and company, found ${quote(calibration)}; ` +
      'get or train the reader again',
  );
}

function checkLineCalibration(path: string, calibration: unknown): LineCalibration {
  const areWeights = (value: unknown): boolean => {
    const { offset, line, detector, context } = fieldsOf(value);
    return [offset, line, detector, context].every(Number.isFinite);
  };
  const isCalibration = (value: unknown): value is EvidenceCalibration => {
    const { digit, number } = fieldsOf(value);
    return areWeights(digit) && areWeights(number);
  };
  const { oneLine, page } = fieldsOf(calibration);
  if (isCalibration(oneLine) && isCalibration(page)) return { oneLine, page };
  throw new Error(
    `${path}: expected a calibration of digits and numbers in lines, found ${quote(calibration)}; ` +
      'get or train the reader again',
  );
}

function readNetwork<Network>(
  path: string,
  hash: string,
  decode: (bytes: Uint8Array) => Network,
): Network {
  const bytes = readWhole(path, hash);
  return naming(path, () => decode(bytes));
}

/** Reads a file of a page reader whose SHA-256 is known. */
function readWhole(path: string, hash: string): Uint8Array {
  const bytes = existsSync(path) ? readRegularFile(path, 'weights') : undefined;
  if (bytes && sha256(bytes) === hash) return bytes;
  throw new Error(
    `${path}: expected the SHA-256 that ${READER} names (${oneLine(hash)}), ` +
      `found ${bytes ? sha256(bytes) : 'no file'}; get or train the reader again`,
  );
}

/**
 * Reads what must be known of a page reader to trust it and to make it again.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where the file is missing or damaged
 */
export function readReaderCard(name: string): ReaderCard {
  const path = join(modelFolder(name), CARD);
  const card = readJson(path);
  if (isObject(card)) return card as unknown as ReaderCard;
  throw new Error(`${path}: expected the card of a page reader, found ${quote(card)}`);
}

/**
 * Loads a page reader, on the engine of this process.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @throws Error where no engine runs, or a file is missing or damaged
 */
export async function loadPageReader(name = DEFAULT_READER): Promise<PageReader> {
  const parts = readReader(name);
  await startEngine();
  return createPageReader(parts);
}
