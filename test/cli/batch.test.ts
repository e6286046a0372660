import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listParts } from '../../src/batch/parts';
import { writeDigitPictures } from '../../tools/faults/digitPictures';
import { temporaryFolder } from '../setup/temporaryFolder';
import { runDigits } from './runDigits';

describe('digits batch', () => {
  it('reads what one by one is read, to the last bit, also in shares and after a kill', async () => {
    const folder = temporaryFolder();
    const pictures = join(folder, 'pictures');
    await writeDigitPictures(pictures, 30);
    writeFileSync(join(pictures, 'damaged.png'), 'no picture');
    const out = join(folder, 'out');
    const batch = ['batch', pictures, '--out', out];

    // Which pictures are of a share depends on the folder's name; more than one part is left to read.
    const share = await runDigits([...batch, '--shard', '1/3', '--processes', '1']);
    expect(share.status).toBe(0);
    const before = listParts(out).length;
    const killed = await runDigits([...batch, '--processes', '1'], {
      killWhen: () => listParts(out).length > before,
    });
    expect(killed.status).not.toBe(0);
    const incomplete = ['collect', out, pictures, '--out', join(folder, 'incomplete.csv')];
    const collected = await runDigits(incomplete);
    expect(collected).toMatchObject({ status: 1 });
    expect(collected.stderr).toContain('missing: ');
    expect((await runDigits(batch)).stderr).toMatch(
      /: [1-9]\d* pictures read, [1-9]\d* were there/,
    );

    const table = join(folder, 'batch.csv');
    const { status, stderr } = await runDigits(['collect', out, pictures, '--out', table]);
    expect(status).toBe(1);
    expect(stderr).toContain('31 of 31 pictures, 1 could not be read');
    const oneByOne = join(folder, 'one-by-one.csv');
    await runDigits(['recognize', pictures, '--out', oneByOne]);
    expect(readFileSync(table).equals(readFileSync(oneByOne))).toBe(true);
    expect(readFileSync(table, 'utf8')).toContain('file,page,line,number,text,value,confidence');
  });

  it('parks a picture that ends the process which reads it, and reads the others', async () => {
    const folder = temporaryFolder();
    const pictures = join(folder, 'pictures');
    await writeDigitPictures(pictures, 3);
    const murder = join(folder, 'murder.cjs');
    writeFileSync(
      murder,
      `process.on('message', ({ file }) => file.endsWith('01.png') && process.kill(process.pid, 'SIGKILL'));`,
    );
    const environment = { NODE_OPTIONS: `--require "${murder}"` };
    const out = join(folder, 'out');
    const { status } = await runDigits(['batch', pictures, '--out', out], { environment });
    expect(status).toBe(0);
    const table = join(folder, 'table.csv');
    await runDigits(['collect', out, pictures, '--out', table]);
    const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1);
    expect(
      rows.filter((row) => row.includes('the process that reads it ended by SIGKILL')),
    ).toEqual([expect.stringContaining('01.png')]);
    for (const name of ['00.png', '02.png']) {
      expect(rows.some((row) => row.includes(name))).toBe(true);
    }
  });

  it('says what is wrong with its arguments', async () => {
    const wrong = [
      [['--out', 'out/x', '--shard', '3/2'], /a machine of so many, as in 2\/8, found 3\/2/],
      [['--out', 'out/x', '--processes', '0'], /whole number from 1/],
      [[], /required option '--out <folder>'/],
    ] as const;
    for (const [args, message] of wrong) {
      const { status, stderr } = await runDigits(['batch', 'data', ...args]);
      expect(status).toBe(2);
      expect(stderr).toMatch(message);
    }
  });
});
