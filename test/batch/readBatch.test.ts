import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBatch, type Batch } from '../../src/batch/batchFolder';
import { shardOf } from '../../src/batch/batchPicture';
import type { ChunkTask } from '../../src/batch/chunkTask';
import { collectParts } from '../../src/batch/collectParts';
import { listParts, writePart } from '../../src/batch/parts';
import { readBatch } from '../../src/batch/readBatch';
import type { Outcome } from '../../src/reader/page/outcome';
import { readAs } from '../scoring/scans';
import { temporaryFolder } from '../setup/temporaryFolder';

const settings = { reader: 'reader', minConfidence: 0.4, signs: true };

/** What a picture of such a text is read as. */
function outcomeOf(file: string): Outcome {
  const digits = readFileSync(file, 'utf8');
  if (digits === 'damaged') return { file, error: `${file}: damaged` };
  const lines = [{ text: digits, numbers: [], digits: [], signs: [] }];
  return { file, width: digits.length, height: 1, turn: 0, tilt: 0, lines, refused: [] };
}

/** Writes files that stand for pictures. */
function writePictures(folder: string, contents: readonly string[]): string[] {
  return contents.map((content, index) => {
    const path = join(folder, `${String(index).padStart(3, '0')}.png`);
    writeFileSync(path, content);
    return path;
  });
}

/** Reads a batch without a network; tells which pictures were read. */
async function read(
  files: readonly string[],
  batch: Batch,
  { fails, retriesFailed = false }: { fails?: string; retriesFailed?: boolean } = {},
): Promise<string[]> {
  const readFiles: string[] = [];
  const readChunk = ({ folder, pictures }: ChunkTask): Promise<void> => {
    if (pictures.some(({ file }) => file === fails)) return Promise.reject(new Error('full disk'));
    readFiles.push(...pictures.map(({ file }) => file));
    writePart(
      folder,
      pictures.map((picture) => ({ ...picture, outcomes: [outcomeOf(picture.file)] })),
    );
    return Promise.resolve();
  };
  await readBatch(files, batch, { readChunk, atOnce: 2, retriesFailed });
  return readFiles;
}

describe('a batch', () => {
  it('reads every picture once, and the next time only what is new or has changed', async () => {
    const folder = temporaryFolder();
    const files = writePictures(
      folder,
      Array.from({ length: 20 }, (_, index) => `${index}`),
    );
    const batch = openBatch(join(folder, 'out'), settings);
    expect((await read(files.slice(0, 18), batch)).sort()).toEqual(files.slice(0, 18));
    writeFileSync(files[3], 'another');
    expect((await read(files, batch)).sort()).toEqual([files[3], files[18], files[19]]);
    expect(await read(files, batch)).toEqual([]);
  });

  it('goes on after an error where it was', async () => {
    const folder = temporaryFolder();
    const files = writePictures(
      folder,
      Array.from({ length: 20 }, (_, index) => `${index}`),
    );
    const batch = openBatch(join(folder, 'out'), settings);
    await expect(read(files, batch, { fails: files[12] })).rejects.toThrow('full disk');
    const rest = await read(files, batch);
    expect(rest).toContain(files[12]);
    expect(rest.length).toBeLessThan(20);
    expect(collectParts(batch.folder, files).missing).toEqual([]);
  });

  it('collects the table of all, in the order given, and says what is missing and what failed', async () => {
    const folder = temporaryFolder();
    const files = writePictures(folder, ['1', 'damaged', '3', '4']);
    const batch = openBatch(join(folder, 'out'), settings);
    await read(files.slice(0, 3), batch);
    const order = [files[2], files[1], files[3], files[0]];
    const { table, missing, failed, double } = collectParts(batch.folder, order);
    expect(table.getColumn('file').toArray()).toEqual([files[2], files[1], files[0]]);
    expect({ missing, failed, double }).toEqual({
      missing: [{ file: files[3], readAs: undefined }],
      failed: [files[1]],
      double: 0,
    });
  });

  it('collects a row a number, or a row a digit', async () => {
    const folder = temporaryFolder();
    const [file] = writePictures(folder, ['1']);
    const batch = openBatch(join(folder, 'out'), settings);
    await readBatch([file], batch, {
      readChunk: ({ folder, pictures }) => {
        const outcomes = [{ file, ...readAs(['12 3']) }];
        writePart(
          folder,
          pictures.map((picture) => ({ ...picture, outcomes })),
        );
        return Promise.resolve();
      },
      atOnce: 1,
    });
    const numbers = collectParts(batch.folder, [file]).table;
    expect(numbers.getColumn('text').toArray()).toEqual(['12', '3']);
    const digits = collectParts(batch.folder, [file], 'digits').table;
    expect(digits.getColumn('digit').toArray()).toEqual([1, 2, 3]);
    // A part of which a kill has left the first table alone is read again.
    rmSync(listParts(batch.folder)[0]);
    expect(collectParts(batch.folder, [file]).missing).toHaveLength(1);
    expect(await read([file], batch)).toEqual([file]);
  });

  it('tells a picture once that was read twice, and as it is now where it has changed', async () => {
    const folder = temporaryFolder();
    const files = writePictures(folder, ['1', '2', '3']);
    const batch = openBatch(join(folder, 'out'), settings);
    await read(files, batch);
    // Another machine did part of the same.
    const aside = openBatch(join(folder, 'aside'), settings);
    await read(files.slice(1), aside);
    const [part] = listParts(aside.folder);
    writeFileSync(join(batch.folder, 'parts', 'x.parquet'), readFileSync(part));
    const collected = collectParts(batch.folder, files);
    expect(collected.table.height).toBe(3);
    expect(collected.double).toBe(2);
    writeFileSync(files[0], '7');
    expect(collectParts(batch.folder, files).missing).toEqual([
      { file: files[0], readAs: undefined },
    ]);
  });

  it('says of a picture that was read under another path, which one that is', async () => {
    const folder = temporaryFolder();
    const [file] = writePictures(folder, ['1']);
    const batch = openBatch(join(folder, 'out'), settings);
    await read([file], batch);
    const other = relative('.', file);
    expect(collectParts(batch.folder, [other]).missing).toEqual([{ file: other, readAs: file }]);
  });

  it('tries again what could not be read where it is asked to, and tells the better answer', async () => {
    const folder = temporaryFolder();
    const files = writePictures(folder, ['1', '2']);
    const batch = openBatch(join(folder, 'out'), settings);
    await readBatch(files, batch, {
      readChunk: ({ folder, pictures }) => {
        const outcomesOf = (file: string): Outcome[] => [{ file, error: 'the worker died' }];
        writePart(
          folder,
          pictures.map((picture) => ({ ...picture, outcomes: outcomesOf(picture.file) })),
        );
        return Promise.resolve();
      },
      atOnce: 1,
    });
    expect(await read(files, batch)).toEqual([]);
    expect(await read(files, batch, { retriesFailed: true })).toEqual(files);
    expect(collectParts(batch.folder, files).failed).toEqual([]);
  });

  it('takes no half part for a whole one', async () => {
    const folder = temporaryFolder();
    const files = writePictures(folder, ['1', '2']);
    const batch = openBatch(join(folder, 'out'), settings);
    writeFileSync(join(batch.folder, 'parts', 'abc.parquet.77.part'), 'PAR1');
    expect(await read(files, batch)).toEqual(files);
    expect(collectParts(batch.folder, files).table.height).toBe(2);
  });

  it('names a part that is damaged, and what to do about it', async () => {
    const folder = temporaryFolder();
    const files = writePictures(folder, ['1']);
    const batch = openBatch(join(folder, 'out'), settings);
    await read(files, batch);
    const [part] = listParts(batch.folder);
    writeFileSync(part, readFileSync(part).subarray(0, 100));
    const message = `${part}: expected a part of a batch, found damage`;
    await expect(read(files, batch)).rejects.toThrow(message);
    expect(() => collectParts(batch.folder, files)).toThrow(message);
    rmSync(part);
    expect(await read(files, batch)).toEqual(files);
  });

  it('refuses a folder that holds what was read otherwise, or by a later version', () => {
    const folder = temporaryFolder();
    openBatch(folder, settings);
    expect(() => openBatch(folder, { ...settings, minConfidence: 0.9 })).toThrow(
      /batch\.json: expected results of .* minimum confidence 0\.9, .* found ones of .* 0\.4/,
    );
    expect(() => openBatch(folder, { ...settings, decimal: 'comma' })).toThrow(
      /batch\.json: expected results of .* decimal mark comma, found ones of .* decimal mark as the page uses it/,
    );
    const path = join(folder, 'batch.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"version": 1', '"version": 2'));
    expect(() => openBatch(folder, settings)).toThrow(/a file of version 1, found 2; take a newer/);
    rmSync(path);
    expect(() => collectParts(folder, [])).toThrow(/batch\.json: expected a batch, found no such/);
    expect(() => openBatch(folder, { ...settings, reader: 'none' })).toThrow(/a page reader/);
  });

  it('is split so that each picture falls to one machine, in about equal shares', () => {
    const files = Array.from({ length: 1000 }, (_, index) => `scans/${index}.png`);
    const shards = [1, 2, 3].map((index) => shardOf(files, index, 3));
    expect(shards.flat().sort()).toEqual([...files].sort());
    for (const shard of shards) expect(shard.length).toBeGreaterThan(280);
    // The same pictures, also where others are beside them.
    expect(shardOf(files.slice(500), 1, 3)).toEqual(
      shards[0].filter((file) => files.slice(500).includes(file)),
    );
  });
});
