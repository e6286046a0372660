import { runInNewContext } from 'node:vm';
import { readRegularFile } from '../../src/files/regularFile';
import { joinLines } from './joinLines';
import type { Parameters } from '../../src/notebook/parameters';

/** The file name of the project's notebook. */
export const NOTEBOOK = 'handwritten_digit_recognition.ipynb';

/** What is needed of a notebook's cell. */
export interface Cell {
  readonly type: 'markdown' | 'code' | 'raw';
  readonly source: string;
  readonly outputs: readonly CellOutput[];
}

/** What is needed of what a cell has printed or thrown. */
export interface CellOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly traceback?: readonly string[];
}

interface RawCell {
  readonly cell_type: Cell['type'];
  readonly source: string | readonly string[];
  readonly outputs?: readonly CellOutput[];
}

/**
 * Reads the cells of a notebook.
 *
 * @throws Error where there is no file or it is no notebook
 */
export function readNotebook(path: string): readonly Cell[] {
  const content = readRegularFile(path, 'a notebook').toString('utf8');
  let cells: readonly RawCell[] | undefined;
  try {
    ({ cells } = JSON.parse(content) as { cells?: readonly RawCell[] });
  } catch (error) {
    throw new Error(`${path}: expected JSON, found: ${(error as Error).message}`, { cause: error });
  }
  if (!cells) throw new Error(`${path}: expected a notebook, found JSON without "cells"`);
  return cells.map(({ cell_type, source, outputs = [] }) => ({
    type: cell_type,
    source: joinLines(source),
    outputs,
  }));
}

/** The first heading in a cell of text; undefined where it has none. */
export function headingOf({ type, source }: Cell): string | undefined {
  return type === 'markdown' ? /^#{1,6} +(.+)$/m.exec(source)?.[1]?.trim() : undefined;
}

/** A parameter of the notebook, as its cell declares it. */
export interface DeclaredParameter {
  readonly name: string;
  readonly value: Parameters[string];
  /** The comment behind it; empty where it has none. */
  readonly comment: string;
}

/**
 * The parameters that a notebook declares: the literal in its call of `readParameters`, one a line.
 *
 * @param cells the notebook's cells
 * @returns none where no cell calls `readParameters` with a literal
 */
export function declaredParameters(cells: readonly Cell[]): readonly DeclaredParameter[] {
  const call = /readParameters\(\s*(\{.*?\n?\})\s*\)/s;
  const literal = cells.map(({ source }) => call.exec(source)?.[1]).find(Boolean);
  if (!literal) return [];
  const values = runInNewContext(`(${literal})`) as Parameters;
  return Object.entries(values).map(([name, value]) => {
    const line = new RegExp(`^\\s*${name}:.*?//\\s*(.*)$`, 'm').exec(literal);
    return { name, value, comment: line?.[1]?.trim() ?? '' };
  });
}
