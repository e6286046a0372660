import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepInside, type PathCheck } from '../../src/files/pathCheck';
import { temporaryFolder } from '../setup/temporaryFolder';

/** A folder `inside` with a file, beside a folder `inside-not` with another, and links between them. */
function makeFolders(): { folder: string; check: PathCheck } {
  const folder = temporaryFolder();
  for (const name of ['inside', 'inside-not']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'file'), '');
  }
  symlinkSync(join(folder, 'inside-not'), join(folder, 'inside', 'out'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'inside', 'nowhere'));
  symlinkSync(join(folder, 'inside'), join(folder, 'inside-not', 'in'));
  return { folder, check: keepInside([join(folder, 'inside')], 'ask first') };
}

describe('paths that others name', () => {
  it.each([
    'inside',
    'inside/file',
    'inside/new/deeper',
    'inside/file/below',
    'inside/../inside/..file',
    'inside-not/in/file',
  ])('%s lies inside', (path) => {
    const { folder, check } = makeFolders();
    expect(() => {
      check(`${folder}/${path}`);
    }).not.toThrow();
  });

  it.each([
    '',
    'inside-not/file',
    'inside/../inside-not',
    'inside/out',
    'inside/out/file',
    'inside/out/new',
    'inside/nowhere',
    'inside/nowhere/new',
  ])('%s does not', (path) => {
    const { folder, check } = makeFolders();
    expect(() => {
      check(`${folder}/${path}`);
    }).toThrow(`expected a path below ${folder}/inside, found that it leads elsewhere; ask first`);
  });

  it('do not count where they are relative', () => {
    expect(() => {
      makeFolders().check('inside/file');
    }).toThrow('leads elsewhere');
  });

  it('need folders that are there', () => {
    expect(() => keepInside([join(temporaryFolder(), 'none')], '')).toThrow(
      /none: expected a folder, found none$/,
    );
  });
});
