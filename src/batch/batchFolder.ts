import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkVersion, FORMAT_VERSION } from '../files/formatVersion';
import { makeFolder } from '../files/makeFolder';
import { portableName } from '../files/shippedModels';
import { readJson, sha256, writeWhole } from '../files/wholeFile';
import { fieldsOf, isText } from '../numbers/jsonValues';
import { quote } from '../numbers/quote';
import { hashReader } from '../reader/folder/readerFolder';
import { decimalMarks, type DecimalMark } from '../reader/page/numberValue';
import type { BatchSettings } from './batchSettings';

/** A folder that gathers what was read in many pictures, by however many processes and machines. */
export interface Batch {
  /** Its absolute path. */
  readonly folder: string;
  /** The name of its page reader, or the absolute path of the folder of one. */
  readonly reader: string;
  /** SHA-256 of all that decides what is read in a picture, beside the picture itself. */
  readonly id: string;
}

/** What the folder of a batch says of it. */
export interface BatchRecord extends Pick<Batch, 'id'>, Omit<BatchSettings, 'reader'> {
  /** Of its page reader, as `hashReader` gives it. */
  readonly readerHash: string;
}

const NAME = 'batch.json';

/** What batch.json holds. */
interface BatchFile {
  readonly format: 'batch';
  readonly version: typeof FORMAT_VERSION;
  /** Of its page reader, as `hashReader` gives it. */
  readonly reader: string;
  readonly minConfidence: number;
  readonly signs: boolean;
  readonly decimal?: DecimalMark;
}

function describe({ reader, decimal, ...options }: BatchSettings): BatchFile {
  return {
    format: 'batch',
    version: FORMAT_VERSION,
    reader: hashReader(reader),
    ...options,
    ...(decimal !== undefined && { decimal }),
  };
}

/**
 * Opens a folder for the results of a batch, to begin it or to go on with it.
 *
 * @param folder is created where it does not exist
 * @throws Error where there is no such reader, or the folder holds what was read otherwise
 */
export function openBatch(folder: string, settings: BatchSettings): Batch {
  const file = describe(settings);
  const content = JSON.stringify(file, null, 1);
  makeFolder(join(folder, 'parts'));
  const path = join(folder, NAME);
  if (!existsSync(path)) writeWhole(path, `${content}\n`);
  const found = readBatchFile(path);
  if (JSON.stringify(found, null, 1) !== content) {
    const list = ({ reader, minConfidence, signs, decimal }: BatchFile): string =>
      `reader ${reader.slice(0, 8)}, minimum confidence ${minConfidence}, ${signs ? 'with' : 'without'} signs, ` +
      `decimal mark ${decimal ?? 'as the page uses it'}`;
    throw new Error(
      `${path}: expected results of ${list(file)}, found ones of ${list(found)}; choose another folder`,
    );
  }
  return {
    folder: resolve(folder),
    reader: portableName(settings.reader),
    id: sha256(Buffer.from(content)),
  };
}

function readBatchFile(path: string): BatchFile {
  const found = readJson(path);
  const { format, version, reader, minConfidence, signs, decimal } = fieldsOf(found);
  if (format !== 'batch') {
    throw new Error(
      `${path}: expected the format batch, found ${quote(format)}; choose another folder`,
    );
  }
  checkVersion(path, version);
  if (!isText(reader) || typeof minConfidence !== 'number' || typeof signs !== 'boolean') {
    throw new Error(
      `${path}: expected a reader, a minimum confidence and whether signs are read, found ${quote(found)}; ` +
        'choose another folder',
    );
  }
  if (decimal !== undefined && !decimalMarks.some((mark) => mark === decimal)) {
    throw new Error(
      `${path}: expected the decimal mark ${decimalMarks.join(' or ')}, found ${quote(decimal)}; choose another folder`,
    );
  }
  return found as BatchFile;
}

/**
 * Says what a batch is read with.
 *
 * @throws Error where the folder holds no batch
 */
export function readBatchRecord(folder: string): BatchRecord {
  const path = join(folder, NAME);
  if (!existsSync(path)) throw new Error(`${path}: expected a batch, found no such file`);
  const file = readBatchFile(path);
  const { reader, minConfidence, signs, decimal } = file;
  const id = sha256(Buffer.from(JSON.stringify(file, null, 1)));
  return { id, readerHash: reader, minConfidence, signs, decimal };
}
