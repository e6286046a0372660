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
import { linkSources } from '../../src/setup/notebookLink';
import { temporaryFolder } from './temporaryFolder';

let project: string;
let link: string;

beforeEach(() => {
  project = temporaryFolder();
  link = join(project, 'notebooks', 'src');
  for (const name of ['src', 'notebooks']) mkdirSync(join(project, name));
  writeFileSync(join(project, 'src', 'index.ts'), 'sources');
});

const seenThere = (): string => readFileSync(join(link, 'index.ts'), 'utf8');

describe('the link to the sources beside the notebook', () => {
  it('is made where it is missing, and left alone where it is right', () => {
    linkSources(project);
    expect(seenThere()).toBe('sources');
    const { mtimeMs } = lstatSync(link);
    linkSources(project);
    expect(lstatSync(link).mtimeMs).toBe(mtimeMs);
  });

  it('is mended where it leads elsewhere', () => {
    symlinkSync(join(project, 'gone'), link, 'junction');
    linkSources(project);
    expect(seenThere()).toBe('sources');
  });

  it.skipIf(process.platform === 'win32')('survives moving the project', () => {
    linkSources(project);
    expect(readlinkSync(link)).toBe(join('..', 'src'));
  });

  it('does not take the place of a folder', () => {
    mkdirSync(link);
    expect(() => linkSources(project)).toThrow(/found: a file or folder in its place\n {2}mend: /);
  });
});
