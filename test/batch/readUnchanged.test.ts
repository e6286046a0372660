import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { identifyPicture } from '../../src/batch/batchPicture';
import { readUnchanged } from '../../src/batch/readUnchanged';
import type { Outcome } from '../../src/reader/page/outcome';
import { temporaryFolder } from '../setup/temporaryFolder';

/** Reads a picture that is overwritten at some of its readings; says what came of it. */
async function readWhileChanging(changes: readonly string[]): ReturnType<typeof readUnchanged> {
  const path = join(temporaryFolder(), 'a.png');
  writeFileSync(path, 'first');
  const left = [...changes];
  let readings = 0;
  return readUnchanged(identifyPicture(path, 'batch'), path, 'batch', () => {
    const next = left.shift();
    if (next !== undefined) writeFileSync(path, next);
    const outcome: Outcome = { file: 'a.png', error: `reading ${++readings}` };
    return Promise.resolve([outcome]);
  });
}

const keyOf = (content: string): string => {
  const path = join(temporaryFolder(), 'same');
  writeFileSync(path, content);
  return identifyPicture(path, 'batch').key;
};

it('a picture is filed under the content that was read, be it changed meanwhile', async () => {
  expect(await readWhileChanging([])).toMatchObject({
    key: keyOf('first'),
    outcomes: [{ error: 'reading 1' }],
  });
  expect(await readWhileChanging(['second'])).toMatchObject({
    key: keyOf('second'),
    outcomes: [{ error: 'reading 2' }],
  });
});

it('one that never stays as it is, is given up', async () => {
  const { key, outcomes } = await readWhileChanging(['2', '3', '4']);
  expect(key).toBe(keyOf('first'));
  expect(outcomes).toEqual([
    expect.objectContaining({ error: expect.stringContaining('changes while') as string }),
  ]);
});
