import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readJson,
  replaceTogether,
  sha256,
  writeWhole,
  writeWholeBy,
} from '../../src/files/wholeFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a file that is written whole', () => {
  it('takes the place of an earlier one', () => {
    const path = join(folder, 'a.txt');
    writeWhole(path, 'earlier');
    writeWhole(path, 'later');
    expect(readFileSync(path, 'utf8')).toBe('later');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('is not there while it is written', () => {
    const path = join(folder, 'a.txt');
    writeWholeBy(path, (unfinished) => {
      writeFileSync(unfinished, 'half');
      expect(readdirSync(folder)).not.toContain('a.txt');
    });
    expect(readFileSync(path, 'utf8')).toBe('half');
  });

  it('stays as it was, and leaves nothing behind, where writing fails', () => {
    const path = join(folder, 'a.txt');
    writeWhole(path, 'earlier');
    const fail = (unfinished: string): void => {
      writeFileSync(unfinished, 'half');
      throw new Error('disk full');
    };
    expect(() => {
      writeWholeBy(path, fail);
    }).toThrow('disk full');
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('what processes have left that were killed', () => {
  it('goes with the next writing of that file; what is of others stays', () => {
    const { pid } = spawnSync(process.execPath, ['--eval', '']);
    const host = hostname();
    const others = [
      `b.txt.${host}.${pid}.part`,
      `a.txt.another.${pid}.part`,
      `a.txt.${host}.${process.ppid}.part`,
      'a.txt.part',
    ];
    for (const name of [`a.txt.${host}.${pid}.part`, ...others])
      writeFileSync(join(folder, name), 'half');
    writeWhole(join(folder, 'a.txt'), 'whole');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', ...others].sort());
  });
});

describe('files that belong together', () => {
  it('take the place of earlier ones, and what spoke of those goes', () => {
    const [key, other, card] = ['key', 'other', 'card'].map((name) => join(folder, name));
    for (const path of [key, other, card]) writeWhole(path, 'earlier');
    replaceTogether([{ path: other, content: 'later' }], { path: key, content: 'later' }, card);
    expect(readdirSync(folder)).toEqual(['key', 'other']);
    expect([key, other].map((path) => readFileSync(path, 'utf8'))).toEqual(['later', 'later']);
  });

  it('are never seen with the key of the earlier ones', () => {
    const [key, other] = ['key', 'other'].map((name) => join(folder, name));
    writeWhole(key, 'earlier');
    // A folder cannot be replaced: what is there in the midst of it shows.
    mkdirSync(other);
    expect(() => {
      replaceTogether([{ path: other, content: 'later' }], { path: key, content: 'later' });
    }).toThrow(`${other} cannot be written: a folder is in its place`);
    expect(readdirSync(folder)).toEqual(['other']);
  });
});

describe('a JSON file of a model', () => {
  it('is read, or named where it is damaged', () => {
    const path = join(folder, 'card.json');
    writeWhole(path, '{"seed": 1}');
    expect(readJson(path)).toEqual({ seed: 1 });
    writeWhole(path, '{"seed": ');
    expect(() => readJson(path)).toThrow(/card\.json: expected JSON, found damage/);
  });
});

it('SHA-256 is the standard one', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect(sha256(new Uint8Array(0))).toBe(empty);
});
