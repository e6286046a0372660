import { existsSync, readFileSync } from 'node:fs';
import type { Machine } from './machine';
import type { Competitor, Row } from './row';
import { writeWhole } from '../../src/files/wholeFile';

/** What the runs of one competitor gave. */
export interface Result extends Pick<Competitor, 'name' | 'runs' | 'point'> {
  /** Every measurement of each quantity, in the order of the runs. */
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** Why runs failed, one text a failure. */
  readonly failures: readonly string[];
  /** The package it was not run for lack of. */
  readonly missing?: string;
}

/** A row as it was measured; it holds all that is told of it. */
export interface RowResult extends Omit<Row, 'preparations' | 'competitors'> {
  /** The day it was measured; ISO 8601, UTC. */
  readonly date: string;
  readonly repeats: number;
  readonly machine: Machine;
  readonly results: readonly Result[];
}

/** Reads the rows that were measured before; none where there is no file. */
export function readResults(path: string): readonly RowResult[] {
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as { rows: RowResult[] }).rows;
}

/** Writes rows for `readResults`. */
export function writeResults(path: string, rows: readonly RowResult[]): void {
  writeWhole(path, `${JSON.stringify({ rows }, null, 2)}\n`);
}

/** Puts a row in the place of an earlier measurement of it; the others stay. */
export function updateResults(rows: readonly RowResult[], row: RowResult): readonly RowResult[] {
  const others = rows.filter(({ number }) => number !== row.number);
  return [...others, row].sort((a, b) => a.number - b.number);
}
