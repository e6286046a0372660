import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { download } from '../../../src/files/download';
import { finishFolder } from '../../../src/files/finishedFolder';
import { withLock } from '../../../src/files/lock';
import { makeFolder } from '../../../src/files/makeFolder';
import { replaceTogether, writeWhole } from '../../../src/files/wholeFile';
import { keepSampleRun } from '../../../tools/faults/sampleRun';
import { readCheckpoint, writeCheckpoint } from '../../../src/training/checkpoint';
import { runDigits } from '../../cli/runDigits';
import { makeReadOnly, mayMount, ownDisk } from './ownDisk';

const big = 'x'.repeat(100_000);

/** Files and folders below a folder, in alphabetical order. */
const list = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).sort();

const full = 'the disk is full (ENOSPC). Free some space, or choose another place.';
const readOnly = 'the disk is read-only (EROFS). Choose another place.';

describe.skipIf(!mayMount)('on a full disk (needs the right to mount one)', () => {
  it('a file stays as it was, and nothing is left beside it', () => {
    const disk = ownDisk(64);
    const path = join(disk, 'file');
    writeWhole(path, 'earlier');
    expect(() => {
      writeWhole(path, big);
    }).toThrow(`${path} cannot be written: ${full}`);
    expect([readFileSync(path, 'utf8'), list(disk)]).toEqual(['earlier', ['file']]);
  });

  it('files that belong together all stay as they were', () => {
    const disk = ownDisk(64);
    const [key, other, card] = ['key', 'other', 'card'].map((name) => join(disk, name));
    for (const path of [key, other, card]) writeWhole(path, 'earlier');
    const others = [{ path: other, content: 'later' }];
    expect(() => {
      replaceTogether(others, { path: key, content: big }, card);
    }).toThrow(`${key} cannot be written: ${full}`);
    expect(list(disk)).toEqual(['card', 'key', 'other']);
    expect(readFileSync(other, 'utf8')).toBe('earlier');
  });

  it('nothing is left of a folder that was to be whole', async () => {
    const disk = ownDisk(64);
    const folder = join(disk, 'library');
    const fill = (unfinished: string): Promise<void> => {
      writeFileSync(join(unfinished, 'file'), big);
      return Promise.resolve();
    };
    await expect(finishFolder(folder, fill)).rejects.toThrow(`${folder} cannot be written`);
    expect(list(disk)).toEqual([]);
  });

  it('a training keeps the state of the epoch before', () => {
    const disk = ownDisk(64);
    const state = (numbers: number, epochs: number) => ({
      identity: 'same',
      history: Array.from({ length: epochs }, () => 1),
      weights: [new Float32Array(numbers)],
      outcome: [],
      optimizer: { steps: epochs, means: [], squares: [] },
    });
    writeCheckpoint(disk, state(10, 1));
    expect(() => {
      writeCheckpoint(disk, state(100_000, 2));
    }).toThrow(`checkpoint-0002 cannot be written: ${full}`);
    expect(readdirSync(disk)).toEqual(['checkpoint-0001']);
    expect(readCheckpoint(disk, 'same')?.history).toEqual([1]);
  });

  it('a download fails at once, and gives back the room that it took', async () => {
    const disk = ownDisk(64);
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.end(big);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const path = join(disk, 'file');
    await expect(download(url, path)).rejects.toThrow(`${path} cannot be written: ${full}`);
    server.close();
    expect([requests, list(disk)]).toEqual([1, []]);
  });

  it('a lock that cannot be written is not left behind for others to wait for', async () => {
    const disk = ownDisk(64);
    expect(() => {
      writeFileSync(join(disk, 'filler'), big);
    }).toThrow('ENOSPC');
    const lock = join(disk, '.lock');
    await expect(withLock(lock, () => Promise.resolve())).rejects.toThrow(
      `${lock}: expected to write a lock, found ENOSPC`,
    );
    expect(list(disk)).toEqual(['filler']);
  });
});

/** The commands that write, each with what it writes and how that is named. */
const commands = [
  ['export onnx', (disk: string) => ['export', disk, '--to', 'onnx'], 'model.onnx'],
  ['export keras', (disk: string) => ['export', disk, '--to', 'keras'], 'model.h5'],
  ['export tfjs', (disk: string) => ['export', disk, '--to', 'tfjs'], 'weights.bin'],
  [
    'recognize --out',
    (disk: string) => ['recognize', 'data/sample-page.png', '--out', join(disk, 'table.csv')],
    'table.csv',
  ],
] as const;

describe.skipIf(!mayMount)('a command that writes (needs the right to mount disks)', () => {
  it.each(commands)('says that the disk is full: %s', async (_, argumentsFor, name) => {
    const disk = ownDisk(4);
    writeFileSync(join(disk, 'filler'), 'x'.repeat(4096));
    const { status, stderr } = await runDigits(argumentsFor(disk));
    expect(status).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toBe(`${join(disk, name)} cannot be written: ${full}`);
    expect(list(disk)).toEqual(['filler']);
  });

  it.each(commands)('says that the disk is read-only: %s', async (_, argumentsFor, name) => {
    const disk = ownDisk(64);
    makeReadOnly(disk);
    const { status, stderr } = await runDigits(argumentsFor(disk));
    expect(status).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toBe(
      `${join(disk, name)} cannot be written: ${readOnly}`,
    );
  });

  it('says before a training that its folder is read-only', async () => {
    const disk = ownDisk(64);
    makeReadOnly(disk);
    const out = join(disk, 'model');
    const { status, stderr } = await runDigits(['train', '--preset', 'quick', '--out', out]);
    expect(status).toBe(1);
    expect(stderr).not.toContain('epoch');
    expect(stderr).toContain(`${out} cannot be written: ${readOnly}`);
  });

  it('says that a run cannot be kept, and that a download has no place', async () => {
    const disk = ownDisk(64);
    makeReadOnly(disk);
    const folder = join(disk, 'runs');
    expect(() => {
      keepSampleRun('later', folder);
    }).toThrow(`${folder} cannot be written: ${readOnly}`);
    await expect(download('https://mirror.invalid/', join(folder, 'file'))).rejects.toThrow(
      `${folder} cannot be written: ${readOnly}`,
    );
  });
});

describe('a folder that cannot be made', () => {
  it('is named where a file is in its way', () => {
    const path = join(__filename, 'folder');
    expect(() => {
      makeFolder(path);
    }).toThrow(`${path} cannot be written: its folder is a file (ENOTDIR)`);
    expect(existsSync(path)).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('in a shell', () => {
  const main = join('dist', 'cli', 'main.js');
  const shell = (line: string): { status: number | null; stderr: string } =>
    spawnSync('sh', ['-c', line], { encoding: 'utf8' });

  it.skipIf(!existsSync('/dev/full'))('says that its output cannot be written', () => {
    const { status, stderr } = shell(`"${process.execPath}" ${main} recognize --help > /dev/full`);
    expect([status, stderr]).toEqual([1, `the output cannot be written: ${full}\n`]);
  });

  it('says that a file would be larger than it may be, and leaves none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'limit-'));
    const path = join(folder, 'picture.png');
    // Noise hardly packs: more than the 512 bytes of one block.
    const write = `
      const { writePicture } = require('./dist/picture/file/writePicture.js');
      const data = new Uint8ClampedArray(40000).map((_, at) => ((at * at * 7) >> 3) & 255);
      try { writePicture(${JSON.stringify(path)}, { width: 100, height: 100, data }); }
      catch ({ message }) { console.error(message); }`;
    const { stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -f 1; exec "${process.execPath}" -e "$CODE"`],
      { encoding: 'utf8', env: { ...process.env, CODE: write } },
    );
    expect(stderr).toBe(
      `${path} cannot be written: the file size limit is reached (EFBIG). Raise the limit, or choose another place.\n`,
    );
    expect(list(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
