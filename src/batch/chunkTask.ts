import type { BatchPicture } from './batchPicture';
import type { BatchSettings } from './batchSettings';

/** A part of a batch to be read: plain data, so that it can be sent to another machine. */
export interface ChunkTask {
  /** The batch's folder. */
  readonly folder: string;
  /** The batch's id. */
  readonly batch: string;
  readonly settings: BatchSettings;
  /** The folder that the paths of pictures, and of the reader, are relative to. */
  readonly base: string;
  readonly pictures: readonly BatchPicture[];
}
