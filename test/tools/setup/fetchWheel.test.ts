import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announcedBytes, fetchWheel } from '../../../tools/setup/fetchWheel';
import { fakeProgram } from './fakeProgram';
import { temporaryFolder } from '../../setup/temporaryFolder';

it.each([
  ['  Downloading tensorflow_cpu-2.18.1-cp311-linux.whl (230.2 MB)', 230.2e6],
  ['  Downloading six-1.17.0-py2.py3-none-any.whl (11 kB)', 11e3],
  ['Saved ./tensorflow_cpu-2.18.1-cp311-linux.whl', 0],
])('"%s" announces %d bytes', (line, bytes) => {
  expect(announcedBytes(line)).toBe(bytes);
});

const wheel = {
  name: 'tea',
  version: '1.2',
  platform: 'manylinux2014_x86_64',
  sha256: 'ab'.repeat(32),
};

describe.skipIf(process.platform === 'win32')('fetching a wheel with pip', () => {
  let folder: string;

  /** A Python with a pip that does what the script says. */
  const installPip = (script: string): void => {
    const answer = "if (args[0] === '-c') { console.log('3.12.1'); process.exit(); }";
    const version = "if (args.includes('--version')) process.exit();";
    fakeProgram(join(folder, 'bin', 'python3'), [answer, version, script].join('\n'));
  };

  beforeEach(() => {
    folder = temporaryFolder();
    vi.stubEnv('PATH', join(folder, 'bin'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('asks for this version, system and hash, whatever Python pip runs on', async () => {
    installPip(`
      const target = args.at(-1);
      fs.writeFileSync(path.join(target, 'args.json'), JSON.stringify(args));
      fs.writeFileSync(path.join(target, 'tea-1.2.whl'), process.env.TMPDIR);`);
    expect(await fetchWheel(wheel, folder)).toBe(join(folder, 'tea-1.2.whl'));
    const args = JSON.parse(readFileSync(join(folder, 'args.json'), 'utf8')) as string[];
    expect(args).toContain('--require-hashes');
    expect(args.join(' ')).toContain('--python-version 3.11 --platform manylinux2014_x86_64');
    expect(readFileSync(join(folder, 'wheel.txt'), 'utf8')).toBe(
      `tea==1.2 --hash=sha256:${wheel.sha256}\n`,
    );
    // What is half downloaded lies in the folder that is thrown away.
    expect(readFileSync(join(folder, 'tea-1.2.whl'), 'utf8')).toBe(folder);
  });

  it('says what pip said where it fails', async () => {
    installPip("console.error('ERROR: No matching distribution'); process.exitCode = 1;");
    await expect(fetchWheel(wheel, folder)).rejects.toThrow(
      /Downloading tea==1\.2 failed\.\n {2}tried: python3 -m pip download .*\n {2}found: ERROR: No matching distribution\n {2}mend: /,
    );
  });
});
