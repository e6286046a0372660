import type pl from 'nodejs-polars';
import type { Outcome } from '../reader/page/outcome';
import { numberTable } from './numberTable';
import { readingTable } from './readingTable';
import type { TableRows } from './tableRows';

/** Tabulates what was read in pictures: by number, as `numberTable` does, or by mark, as `readingTable` does. */
export function outcomeTable(outcomes: readonly Outcome[], rows: TableRows): pl.DataFrame {
  return rows === 'numbers' ? numberTable(outcomes) : readingTable(outcomes);
}
