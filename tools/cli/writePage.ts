import { basename } from 'node:path';
import { Argument, InvalidArgumentError } from 'commander';
import { exportFigure } from '../../src/view/exportFigure';
import type { Figure } from '../../src/view/figure';
import { writeWhole } from '../../src/files/wholeFile';

/** The argument of a command that writes a page. */
export function pageArgument(usual: string): Argument {
  return new Argument('[file]', 'a .md file; its picture goes into a .png file beside it')
    .default(usual)
    .argParser((path) => {
      if (path.endsWith('.md')) return path;
      throw new InvalidArgumentError(`Expected a .md file, found "${path}".`);
    });
}

/**
 * Writes a page in Markdown, and its picture beside it.
 *
 * @param path of the page; folders are made
 * @param figure becomes a PNG file of the same name
 * @param write makes the page's paragraphs, given what to call the picture
 */
export async function writePage(
  path: string,
  figure: Figure,
  write: (picture: string) => readonly string[],
): Promise<void> {
  const [picture] = await exportFigure(figure, path.replace(/\.md$/, ''), ['png']);
  writeWhole(path, `${write(basename(picture)).join('\n\n')}\n`);
}
