import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBatch } from '../../src/batch/batchFolder';
import { createChunkReader, type ChunkReader } from '../../src/batch/chunkReader';
import { listParts } from '../../src/batch/parts';
import { writeDigitPictures } from '../../tools/faults/digitPictures';
import { saveSampleReader } from '../../tools/faults/sampleReader';
import { temporaryFolder } from '../setup/temporaryFolder';

function startReader(): ChunkReader {
  const reader = createChunkReader(1);
  onTestFinished(reader.stop);
  return reader;
}

/** Reads two pictures of a folder as a batch of that name; gives the bytes of its part, and what reads it once more. */
async function read(
  folder: string,
  name: string,
  chunks: ChunkReader,
): Promise<{ part: Buffer; again: () => Promise<void> }> {
  const settings = { reader: join(folder, 'reader'), minConfidence: 0.4, signs: true };
  const batch = openBatch(join(folder, name), settings);
  const pictures = ['00.png', '01.png'].map((file) => ({ file, key: file }));
  const base = join(folder, 'pictures');
  const task = { folder: batch.folder, batch: batch.id, reader: batch.reader, base, pictures };
  const again = (): Promise<void> => chunks.read(task, () => undefined);
  await again();
  return { part: readFileSync(listParts(batch.folder)[0]), again };
}

describe('what reads chunks', () => {
  it('reads with the reader of each batch, also where it was trained anew', async () => {
    const folder = temporaryFolder();
    const reader = join(folder, 'reader');
    await writeDigitPictures(join(folder, 'pictures'), 2);
    saveSampleReader('earlier', reader);
    const chunks = startReader();
    const first = await read(folder, 'first', chunks);
    saveSampleReader('later', reader);
    const second = await read(folder, 'second', chunks);
    expect(second.part.equals(first.part)).toBe(false);
    expect((await read(folder, 'third', startReader())).part.equals(second.part)).toBe(true);
    await expect(first.again()).rejects.toThrow(
      /reader\.json: expected the reader [0-9a-f]{8} that the batch was begun with, found [0-9a-f]{8}; bring/,
    );
  });
});
