import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInsideFolder } from '../../src/files/insideFolder';
import { readRegularFile } from '../../src/files/regularFile';
import { readJson } from '../../src/files/wholeFile';
import { temporaryFolder } from '../setup/temporaryFolder';

describe('a file that is read', () => {
  it('gives its content', () => {
    const path = join(temporaryFolder(), 'a');
    writeFileSync(path, 'abc');
    expect(readRegularFile(path, 'a text').toString()).toBe('abc');
  });

  it('is refused in words where it is none', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'abc');
    const found = (name: string, mostBytes?: number) => () =>
      readRegularFile(join(folder, name), 'a text', mostBytes === undefined ? {} : { mostBytes });
    expect(found('.')).toThrow(/: expected a text, found a folder$/);
    expect(found('none')).toThrow(/none: expected a text, found no such file$/);
    expect(found('a/b')).toThrow('found a file where a folder would be');
    expect(found('a', 2)).toThrow('found 3 bytes, more than 2');
  });

  it.skipIf(process.platform === 'win32')(
    'is not waited for where it is a pipe or a device',
    () => {
      const pipe = join(temporaryFolder(), 'card.json');
      execFileSync('mkfifo', [pipe]);
      expect(() => readJson(pipe)).toThrow('card.json: expected JSON, found a pipe or a device');
      expect(() => readRegularFile('/dev/zero', 'a text')).toThrow('found a pipe or a device');
    },
  );
});

describe('a name that comes with a folder', () => {
  it('lies inside of it, or leads out by its words or by a link', () => {
    const outer = temporaryFolder();
    const folder = join(outer, 'inner');
    mkdirSync(join(folder, 'more'), { recursive: true });
    writeFileSync(join(outer, 'secret'), '');
    writeFileSync(join(folder, 'a'), '');
    symlinkSync(join(outer, 'secret'), join(folder, 'link'));
    symlinkSync(outer, join(folder, 'up'), 'dir');
    symlinkSync(join(folder, 'a'), join(folder, 'more', 'same'));
    const names = [
      'a',
      'more/same',
      'none',
      '../secret',
      'more/../../secret',
      join(outer, 'secret'),
      'link',
      'up/secret',
    ];
    expect(names.filter((name) => isInsideFolder(folder, name))).toEqual([
      'a',
      'more/same',
      'none',
    ]);
  });
});
