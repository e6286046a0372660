import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRuns } from '../../../src/classifier/runs/runStore';
import { isFinished } from '../../../src/files/finishedFolder';
import { taskArguments } from '../../../tools/faults/job';
import { makeZip } from '../../../tools/faults/makeZip';
import { dieWithLock, importLock } from '../../setup/lockScript';
import { temporaryFolder } from '../../setup/temporaryFolder';

/** Runs Node some times at once; gives the exit codes. */
function runAtOnce(count: number, args: readonly string[]): Promise<(number | null)[]> {
  const runOne = (): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      child.once('error', reject).once('close', resolve);
    });
  return Promise.all(Array.from({ length: count }, runOne));
}

describe('processes at the same work', () => {
  it('hold a lock one at a time, also where a dead one has left it', async () => {
    const folder = temporaryFolder();
    const lock = join(folder, '.lock');
    const log = join(folder, 'log');
    writeFileSync(log, '');
    const script = `
      import { appendFileSync, writeFileSync } from 'node:fs';
      import { setTimeout as sleep } from 'node:timers/promises';
      ${importLock}
      const tell = (text) => appendFileSync(${JSON.stringify(log)}, text);
      for (let time = 0; time < 3; time++) {
        await withLock(${JSON.stringify(lock)}, async () => {
          tell('<');
          await sleep(5);
          tell('>');
        });
      }`;
    dieWithLock(lock);
    // What the dead one would have left had it died while it took the lock.
    const owner = readFileSync(lock, 'utf8');
    const [dead, place] = owner.split(' ');
    writeFileSync(`${lock}.${place.replace(/\W/g, '')}.${dead}.0`, owner);
    const codes = await runAtOnce(4, ['--input-type=module', '--eval', script]);
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('<>'.repeat(12));
    expect(readdirSync(folder)).toEqual(['log']);
  });

  it('make a folder that is whole, and leave nothing beside it', async () => {
    const folder = temporaryFolder();
    const archive = join(folder, 'archive.zip');
    writeFileSync(archive, makeZip([{ name: 'lib.so', content: 'library '.repeat(1e5) }]));
    const library = join(folder, 'library');
    expect(await runAtOnce(3, taskArguments('unpack', archive, library))).toEqual([0, 0, 0]);
    expect(isFinished(library)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['archive.zip', 'library']);
  });

  it('keep runs by one name, each whole', async () => {
    const folder = temporaryFolder();
    expect(await runAtOnce(3, taskArguments('keepRuns', folder))).toEqual([0, 0, 0]);
    expect(readRuns(folder).map(({ name, history }) => [name, history.length])).toEqual([
      ['sample', 200],
    ]);
    expect(readdirSync(folder)).toEqual(['sample.run.json']);
  });
});
