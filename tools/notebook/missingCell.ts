import { joinLines } from './joinLines';
import type { NotebookFile } from './cleanNotebook';

/** Whether a cell makes something of that name known to those after it. */
function declares(source: string, name: string): boolean {
  const named = `\\b${name}\\b`;
  return (
    new RegExp(`^(const|let|var|(async )?function|class) ${named}`, 'm').test(source) ||
    new RegExp(`^(const|let|var) [{[][^=]*${named}[^=]*[}\\]] =`, 'm').test(source) ||
    new RegExp(`^import [^;]*${named}[^;]* from `, 'm').test(source)
  );
}

/**
 * Says which cell of a notebook is to be run first where one does not know a name.
 *
 * @param name what is not known
 * @param notebook the content of its .ipynb file
 * @returns undefined where no cell makes it known
 */
export function missingCell(name: string, { cells }: NotebookFile): string | undefined {
  let title = '';
  for (const { cell_type, source } of cells) {
    const text = joinLines(source);
    if (cell_type === 'markdown') {
      title = /^#+ +(.+)$/m.exec(text)?.[1] ?? title;
    } else if (declares(text, name)) {
      return (
        `${name} comes from a cell under "${title}" that has not been run: ` +
        'run that one first, or all before this one (Run, Run All Above Selected Cell)'
      );
    }
  }
  return undefined;
}
