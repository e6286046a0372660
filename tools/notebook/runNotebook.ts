import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { makeFolder } from '../../src/files/makeFolder';
import { writeWhole } from '../../src/files/wholeFile';
import { joinLines } from './joinLines';
import { lastLines, run } from '../../src/processes/childProcess';
import { barOptions } from '../../src/cli/progress';
import { SetupError } from '../setup/failure';
import type { Jupyter } from '../setup/jupyter';
import { headingOf, readNotebook, type Cell } from './readNotebook';
import { PARAMETERS_VARIABLE, type Parameters } from '../../src/notebook/parameters';

export interface RunNotebookOptions {
  readonly jupyter: Jupyter;
  /** The project's folder. */
  readonly project: string;
  /** The path of the notebook; it stays as it is. */
  readonly notebook: string;
  /** The path for the executed notebook. */
  readonly output: string;
  /** What replaces the defaults of the notebook's parameters. */
  readonly parameters: Parameters;
}

/** A line that scripts/run_notebook.py prints: a cell begins, or has failed. */
interface CellEvent {
  readonly cell?: number;
  readonly failed?: number;
  readonly reason?: string;
}

function parseEvent(line: string): CellEvent | undefined {
  return line.startsWith('{"') ? (JSON.parse(line) as CellEvent) : undefined;
}

interface SectionDisplay {
  show(cell: number, section: string): void;
  end(): void;
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function displaySections(cells: number): SectionDisplay {
  if (process.stderr.isTTY) {
    const format = '  [{bar}] cell {value} of {total} | {duration_formatted} | {section}';
    const bar = new SingleBar(
      { ...barOptions, format, forceRedraw: true, barsize: 24 },
      Presets.legacy,
    );
    bar.start(cells, 0, { section: 'starting Jupyter' });
    return {
      show: (cell, section) => {
        bar.update(cell, { section });
      },
      end: () => {
        bar.stop();
      },
    };
  }
  const start = performance.now();
  let shown = '';
  return {
    show: (_, section) => {
      if (section !== shown)
        console.error(`  ${clock((performance.now() - start) / 1000)}  ${section}`);
      shown = section;
    },
    end: () => undefined,
  };
}

/** Frames of a stack that lie in Node or in the kernel: they tell nothing about the cell. */
const foreignFrame = /^\s+at .*(?:node:|[\\/]tslab[\\/])/;

/** What a failed cell has said about its failure, for people. */
export function describeCellError(cell: Cell, section: string, reason: string): string {
  const said = cell.outputs.map(({ name, text, traceback }) =>
    traceback ? traceback.join('\n') : name === 'stderr' ? joinLines(text) : '',
  );
  const error = said
    .join('')
    .split('\n')
    .filter((line) => line.trim() && !foreignFrame.test(line));
  const indent = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
  return [
    `The notebook failed in the section "${section}", in this cell:`,
    ...indent(cell.source.split('\n')),
    'It said:',
    ...indent(error.length > 0 ? error : lastLines(reason).split('\n')),
  ].join('\n');
}

/**
 * Runs a whole notebook in a real Jupyter without a browser, and shows which section it is in.
 *
 * @throws Error where a cell fails; what has run until then is written all the same
 * @throws SetupError where Jupyter itself fails
 * @throws WriteError where the executed notebook cannot be written
 */
export async function runNotebook(options: RunNotebookOptions): Promise<void> {
  const { jupyter, project, notebook, output, parameters } = options;
  const cells = readNotebook(notebook);
  const sections: string[] = [];
  for (const cell of cells)
    sections.push(headingOf(cell) ?? sections.at(-1) ?? 'before the first heading');

  makeFolder(dirname(output));
  rmSync(output, { force: true });
  const display = displaySections(cells.length);
  let failure: CellEvent | undefined;
  const config = join(project, 'scripts', 'run_notebook.py');
  const args = ['nbconvert', '--to', 'notebook', '--config', config];
  const folder = mkdtempSync(join(tmpdir(), 'notebook-'));
  args.push('--output-dir', folder, '--output', basename(output), notebook);
  try {
    const { status, output: printed } = await run(jupyter.command, args, {
      folder: project,
      environment: { ...jupyter.environment, [PARAMETERS_VARIABLE]: JSON.stringify(parameters) },
      onLine: (line) => {
        const event = parseEvent(line);
        if (event?.cell !== undefined) display.show(event.cell + 1, sections[event.cell]);
        if (event?.failed !== undefined) failure = event;
      },
    });
    display.end();
    if (status !== 0) {
      throw new SetupError({
        what: 'Running the notebook in Jupyter',
        tried: [jupyter.command, ...args].join(' '),
        found: lastLines(printed.replaceAll(/^\{".*$/gm, '')),
        mend: 'npm run setup',
      });
    }
    writeWhole(output, readFileSync(join(folder, basename(output))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (failure) {
    const { failed = 0, reason = '' } = failure;
    const run = readNotebook(output)[failed];
    throw new Error(
      `${describeCellError(run, sections[failed], reason)}\nAs far as it came: ${output}`,
    );
  }
}
