import { plainText } from '../../src/view/escapeHtml';
import { figureWidth } from '../../src/view/theme';
import { joinLines } from './joinLines';

/** A notebook as its file holds it, as far as cleaning needs to know (nbformat 4). */
export interface NotebookFile {
  readonly cells: readonly NotebookCell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

interface NotebookCell {
  readonly cell_type: string;
  readonly id?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly source: string | readonly string[];
  readonly outputs?: readonly Output[];
}

interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A text as notebooks store it: line by line, so that differences can be read. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** Joins the outputs of the same stream that follow each other: how they were cut is chance. */
function joinStreams(outputs: readonly Output[]): Output[] {
  const result: Output[] = [];
  for (const output of outputs) {
    const last = result.at(-1);
    if (
      output.output_type === 'stream' &&
      last?.output_type === 'stream' &&
      last.name === output.name
    ) {
      result[result.length - 1] = { ...last, text: joinLines(last.text) + joinLines(output.text) };
    } else {
      result.push(output);
    }
  }
  return result;
}

/** Whether an output is only there for a running Jupyter: figures to zoom stand beside their pictures. */
function isInteractive({ data }: Output): boolean {
  return data !== undefined && Object.keys(data).every((type) => type === 'text/html');
}

/**
 * Gives the picture of each figure the words for it that the figure to zoom behind it has, where nbconvert's classic
 * template reads them, and the width at which it is meant to be seen.
 */
function describePictures(outputs: readonly Output[]): Output[] {
  return outputs.map((output, index) => {
    const type = Object.keys(output.data ?? {}).find((name) => name.startsWith('image/'));
    const view = joinLines(outputs.at(index + 1)?.data?.['text/html'] ?? '');
    const [, label] = /^<[^>]* (?:aria-label|title)="([^"]*)"/.exec(view) ?? [];
    return type && label
      ? { ...output, metadata: { [type]: { alt: plainText(label), width: figureWidth } } }
      : output;
  });
}

function cleanOutput(output: Output): object {
  if (output.output_type === 'error') {
    throw new Error(
      'expected a notebook that was executed without errors, found one with an error',
    );
  }
  if (output.output_type === 'stream') {
    return { name: output.name, output_type: 'stream', text: lines(joinLines(output.text)) };
  }
  const { data = {}, metadata = {} } = output;
  const described = Object.entries(metadata).filter(([type]) => type.startsWith('image/'));
  const contents = Object.entries(data).map(([type, content]) => [
    type,
    type.startsWith('image/') ? joinLines(content) : lines(joinLines(content)),
  ]);
  return {
    data: Object.fromEntries(contents) as object,
    metadata: Object.fromEntries(described),
    output_type: 'display_data',
  };
}

/** What an author has decided about a cell: its tags, and whether its code is folded. */
function chosenMetadata({ jupyter, tags }: Readonly<Record<string, unknown>> = {}): object {
  const isFolded = (jupyter as { source_hidden?: boolean } | undefined)?.source_hidden === true;
  return { ...(isFolded && { jupyter: { source_hidden: true } }), ...(tags ? { tags } : {}) };
}

/**
 * Strips a notebook of what changes from run to run and of what cannot be read in a difference: counts and
 * times of execution, ids made by chance, figures that need a running Jupyter. Texts, pictures, tags and folded code stay.
 *
 * @param notebook the content of an .ipynb file, executed or not
 * @returns the content of the file to commit; cleaning it again changes nothing
 * @throws Error where a cell ended in an error
 */
export function cleanNotebook(notebook: NotebookFile): string {
  const { kernelspec } = notebook.metadata;
  const cells = notebook.cells.map(({ cell_type, source, metadata, outputs = [] }, position) => ({
    cell_type,
    ...(cell_type === 'code' && { execution_count: null }),
    id: `cell-${String(position + 1).padStart(2, '0')}`,
    metadata: chosenMetadata(metadata),
    ...(cell_type === 'code' && {
      outputs: describePictures(joinStreams(outputs))
        .filter((output) => !isInteractive(output))
        .map(cleanOutput),
    }),
    source: lines(joinLines(source)),
  }));
  const clean = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(clean, null, 1)}\n`;
}
