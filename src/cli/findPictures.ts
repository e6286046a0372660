import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import { spreadsheetName } from '../numbers/spreadsheetName';

/** Asks for a path on a terminal; empty where there is none or nothing is answered. */
export async function askForPath(): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) =>
    terminal.once('close', () => {
      resolve('');
    }),
  );
  const answer = await Promise.race([terminal.question('Path of a picture: '), closed]);
  terminal.close();
  // A file that is dragged onto a terminal comes in quotes.
  return answer.trim().replace(/^(['"])(.*)\1$/, '$2');
}

/** Lists the files that paths stand for; a path that stands for none is kept, to fail when read. */
export async function findPictures(paths: readonly string[]): Promise<string[]> {
  const found = paths.map(async (path) => {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) return [path];
      const inside = await glob('**/*.{png,jpg,jpeg,webp,avif,heic,heif,tif,tiff,bmp,gif,pdf}', {
        cwd: path,
        caseSensitiveMatch: false,
      });
      return inside.length > 0 ? inside.sort().map((name) => join(path, name)) : [path];
    }
    const matches = isDynamicPattern(path) ? await glob(path, { absolute: isAbsolute(path) }) : [];
    return matches.length > 0 ? matches.sort() : [path];
  });
  return [...new Set((await Promise.all(found)).flat().map(spreadsheetName))];
}
