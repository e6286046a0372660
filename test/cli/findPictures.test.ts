import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { findPictures } from '../../src/cli/findPictures';
import { temporaryFolder } from '../setup/temporaryFolder';

const before = process.cwd();
afterEach(() => {
  process.chdir(before);
});

it.each([['.'], ['*.png'], ['=cmd.png', '+1.png', 'a.png']])(
  'no name of a picture is a formula to a spreadsheet, given %s',
  async (...paths) => {
    const folder = temporaryFolder();
    for (const name of ['=cmd.png', '+1.png', 'a.png']) writeFileSync(join(folder, name), '');
    process.chdir(folder);
    expect((await findPictures(paths)).sort()).toEqual(['./+1.png', './=cmd.png', 'a.png']);
  },
);
