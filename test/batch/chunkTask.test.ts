import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkChunkTask } from '../../src/batch/chunkTask';
import { keepInside } from '../../src/files/pathCheck';
import { projectFolder } from '../../src/files/projectFolder';
import { temporaryFolder } from '../setup/temporaryFolder';

const root = mkdtempSync(join(realpathSync(tmpdir()), 'chunk-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
const check = keepInside([root], 'ask first');
const picture = { file: 'a.png', key: 'k' };
const task = {
  folder: `${root}/out`,
  batch: 'b',
  reader: 'reader',
  base: root,
  pictures: [picture],
};

describe('a chunk that somebody else has sent', () => {
  it('may name what lies below the folders of the worker, and a reader that comes with the project', () => {
    const reader = join(projectFolder(), 'models', 'reader');
    expect(checkChunkTask(task, check)).toEqual({ ...task, reader });
    const own = { ...task, reader: `${root}/reader` };
    expect(checkChunkTask(own, check).reader).toMatch(/reader$/);
  });

  it.each([
    ['folder', { folder: '/etc' }],
    ['picture, whatever it is relative to', { base: '/etc' }],
    ['reader', { reader: '/etc' }],
    ['reader by a name that leads out', { reader: '..' }],
    ['picture', { pictures: [picture, { ...picture, file: '../../etc/passwd' }] }],
    ['absolute picture', { pictures: [{ ...picture, file: '/etc/passwd' }] }],
  ])('may name no %s elsewhere', (_, change) => {
    expect(() => checkChunkTask({ ...task, ...change }, check)).toThrow(
      `expected a path below ${root}, found that it leads elsewhere`,
    );
  });

  it('may not write by way of a link', () => {
    const folder = temporaryFolder();
    symlinkSync('/tmp', join(folder, 'parts'));
    const inside = keepInside([folder], 'ask first');
    expect(() => checkChunkTask({ ...task, folder, base: folder }, inside)).toThrow(
      'leads elsewhere',
    );
  });

  it.each([
    ['nothing', undefined],
    ['no pictures', { ...task, pictures: 'a.png' }],
    ['a picture without a key', { ...task, pictures: [{ file: 'a.png' }] }],
    ['a folder that is no text', { ...task, folder: 7 }],
  ])('is refused with %s', (_, data) => {
    expect(() => checkChunkTask(data, check)).toThrow(/^expected part of a batch as this version/);
  });
});
