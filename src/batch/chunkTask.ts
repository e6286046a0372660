import { join, resolve } from 'node:path';
import type { PathCheck } from '../files/pathCheck';
import { isShipped, modelFolder } from '../files/shippedModels';
import { fieldsOf, isText } from '../numbers/jsonValues';
import { quote } from '../numbers/quote';
import type { BatchPicture } from './batchPicture';

/** A part of a batch to be read: plain data, so that it can be sent to another machine. */
export interface ChunkTask {
  /** The batch's folder. */
  readonly folder: string;
  /** The batch's id. */
  readonly batch: string;
  /** The name of the page reader, or the absolute path of the folder of one. */
  readonly reader: string;
  /** The folder that the paths of pictures are relative to. */
  readonly base: string;
  readonly pictures: readonly BatchPicture[];
}

function isPicture(value: unknown): boolean {
  const { file, key } = fieldsOf(value);
  return isText(file) && isText(key);
}

function isChunkTask(value: unknown): value is ChunkTask {
  const { folder, batch, reader, base, pictures } = fieldsOf(value);
  const areTexts = [folder, batch, reader, base].every(isText);
  return areTexts && Array.isArray(pictures) && pictures.every(isPicture);
}

/**
 * Makes sure that a task that somebody else has sent is one, and touches nothing but what it may.
 *
 * @param check refuses paths
 * @throws Error where it is no task, or names a path that `check` refuses
 */
export function checkChunkTask(value: unknown, check: PathCheck): ChunkTask {
  if (!isChunkTask(value)) {
    throw new Error(`expected part of a batch as this version gives it, found ${quote(value)}`);
  }
  const { folder, base, pictures } = value;
  const reader = modelFolder(value.reader);
  for (const path of [folder, join(folder, 'parts')]) check(path);
  if (!isShipped(reader)) check(reader);
  for (const { file } of pictures) check(resolve(base, file));
  return { ...value, reader };
}
