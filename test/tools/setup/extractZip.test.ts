import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extractZip } from '../../../tools/setup/extractZip';
import { makeZip } from '../../../tools/faults/makeZip';
import { temporaryFolder } from '../../setup/temporaryFolder';

it('extracts what it is asked for, to where it is asked, with its permissions', async () => {
  const folder = temporaryFolder();
  const archive = join(folder, 'wheel.whl');
  writeFileSync(
    archive,
    makeZip([
      { name: 'package/lib.so', content: 'library '.repeat(1000) },
      { name: 'package/run', content: '#!/bin/sh', mode: 0o755 },
      { name: 'package/python.py', content: 'pass' },
    ]),
  );
  const count = await extractZip(archive, join(folder, 'out'), (name) =>
    name.endsWith('.py') ? undefined : name.replace('package/', 'deep/er/'),
  );
  expect(count).toBe(2);
  expect(readFileSync(join(folder, 'out/deep/er/lib.so'), 'utf8')).toBe('library '.repeat(1000));
  expect(existsSync(join(folder, 'out/deep/er/python.py'))).toBe(false);
  if (process.platform !== 'win32') {
    expect(statSync(join(folder, 'out/deep/er/run')).mode & 0o777).toBe(0o755);
  }
});

it('fails on an archive that is cut off', async () => {
  const folder = temporaryFolder();
  const archive = join(folder, 'wheel.whl');
  const whole = makeZip([{ name: 'lib.so', content: 'library' }]);
  writeFileSync(archive, whole.subarray(0, whole.length - 30));
  await expect(extractZip(archive, folder, (name) => name)).rejects.toThrow();
});
