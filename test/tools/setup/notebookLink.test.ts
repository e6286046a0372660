import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { linkModules } from '../../../tools/setup/notebookLink';
import { temporaryFolder } from '../../setup/temporaryFolder';

let project: string;
let link: string;

beforeEach(() => {
  project = temporaryFolder();
  link = join(project, 'notebooks', 'src');
  for (const name of ['dist', 'notebooks']) mkdirSync(join(project, name));
  writeFileSync(join(project, 'dist', 'index.js'), 'modules');
});

const seenThere = (): string => readFileSync(join(link, 'index.js'), 'utf8');

describe('the link to the modules beside the notebook', () => {
  it('is made where it is missing, and left alone where it is right', () => {
    linkModules(project);
    expect(seenThere()).toBe('modules');
    const { mtimeMs } = lstatSync(link);
    linkModules(project);
    expect(lstatSync(link).mtimeMs).toBe(mtimeMs);
  });

  it('is mended where it leads elsewhere', () => {
    symlinkSync(join(project, 'gone'), link, 'junction');
    linkModules(project);
    expect(seenThere()).toBe('modules');
  });

  it.skipIf(process.platform === 'win32')('survives moving the project', () => {
    linkModules(project);
    expect(readlinkSync(link)).toBe(join('..', 'dist'));
  });

  it('does not take the place of a folder', () => {
    mkdirSync(link);
    expect(() => linkModules(project)).toThrow(/found: a file or folder in its place\n {2}mend: /);
  });
});
