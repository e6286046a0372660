import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const rooms = readdirSync('src').filter((name) => !name.includes('.'));
const pathInSrc = new RegExp(`^(${rooms.join('|')})/[\\w/]+$`);

/** What a text between backticks names in the repository; undefined where it is no path. */
function pathOf(code: string): string | undefined {
  if (/^(src|tools|test|docs|bench|scripts)(\/\w[\w.-]*)+$/.test(code)) return code;
  return pathInSrc.test(code) ? `src/${code}` : undefined;
}

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names only files that there are', () => {
    const named = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => pathOf(code) ?? []);
    expect(named.filter((path) => !existsSync(path) && !existsSync(`${path}.ts`))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const links = [...text.matchAll(/\]\(([^)#:\s]+)[^):]*\)/g)].map(([, link]) => link);
    expect(links.filter((link) => !existsSync(join(dirname(document), link)))).toEqual([]);
  });
});
