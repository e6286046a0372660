import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runDigits } from '../../cli/runDigits';

const folder = mkdtempSync(join(tmpdir(), 'batch-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const damaged = {
  'a.png': '89504e470d0a1a0a0000000d49484452000075300000753008020000',
  'b.tiff': '49492a0008000000020000010300010000000100000001010300010000000100000008000000',
  'c.gif': '474946383961020002000000003b',
  'd.pdf': '255044462d312e34',
  'e.heic': '000000186674797068656963000000006d696631',
};

it('one bad file does not keep the others of a batch from being read', async () => {
  for (const [name, hex] of Object.entries(damaged)) {
    writeFileSync(join(folder, name), Buffer.from(hex, 'hex'));
  }
  const page = join(__dirname, '..', '..', '..', 'data', 'sample-page.png');
  const good = ['0.png', 'bb.png', 'z.png'].map((name) => join(folder, name));
  for (const path of good) copyFileSync(page, path);
  const { status, stdout, stderr } = await runDigits(['recognize', folder]);
  expect(status).toBe(1);
  const lines = ['3141592653', '2718281828', '1618033988', '1414213562'];
  expect(stdout.trim().split('\n')).toEqual(
    good.flatMap((path) => lines.map((line) => `${path}: ${line}`)),
  );
  for (const name of Object.keys(damaged))
    expect(stderr).toContain(`${join(folder, name)}: expected`);
  expect(stderr).not.toMatch(/^\s+at /m);
});
