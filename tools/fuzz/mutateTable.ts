import { happens, pick } from '../../src/numbers/chance';
import type { Random } from '../../src/numbers/random';
import { mutateBytes } from './mutateBytes';

const awkwardCells = [
  ...['', '-1', '256', '1e9', '0.5', 'NaN', 'inf', 'null', '"', '""', '"a\nb"', '\u0000', '-'],
  ...[' ', ' 7', '0x7', '07', '7.0', 'true', '1_0', '７', '+7'],
  ...['9'.repeat(40), 'x'.repeat(2000), '\ufeff', '=1+1', ',', '\r'],
] as const;

/**
 * Writes rows as CSV, most often damaged: cells, rows, columns, or how it is written.
 *
 * @param separator stands between cells. @default ','
 */
export function mutateTable(
  random: Random,
  rows: readonly (readonly string[])[],
  separator = ',',
): Buffer {
  const cells = rows.map((row) => [...row]);
  for (let left = random.integer(4); left > 0; left--) {
    const row = pick(random, cells);
    const at = random.integer(row.length);
    const changes = [
      () => (row[at] = pick(random, awkwardCells)),
      () => row.splice(at, 1),
      () => row.splice(at, 0, row[at]),
      () => cells.push([...row]),
      () => {
        cells.forEach((each) => each.splice(at, 1));
      },
      () => (cells[0][random.integer(cells[0].length)] = pick(random, awkwardCells)),
    ];
    pick(random, changes)();
  }
  const ending = pick(random, ['\n', '\r\n']);
  const text = cells.map((row) => row.join(separator)).join(ending);
  const written = Buffer.from(happens(random, 0.8) ? text + ending : text);
  return happens(random, 0.1) ? mutateBytes(random, written) : written;
}
