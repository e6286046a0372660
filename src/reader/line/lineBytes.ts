import { decodeHalves, encodeHalves } from '../../numbers/float16';
import { lineFilters, type LineUnitName } from './lineNetwork';

/** A unit whose normalisation was worked into its filter and bias. */
export interface FoldedLineUnit {
  /** [rows, columns, from, to] */
  readonly filter: Float32Array;
  /** [to] */
  readonly bias: Float32Array;
}

/** A line reader that only answers; by the names of its units and `answers`. */
export type FoldedLineReader = Readonly<Record<LineUnitName | 'answers', FoldedLineUnit>>;

type UnitName = LineUnitName | 'answers';

const filters = Object.entries(lineFilters) as [UnitName, readonly number[]][];

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Writes a line reader as bytes: the filter and then the bias of each unit, in half precision. */
export function encodeLineReader(folded: FoldedLineReader): Uint8Array {
  return encodeHalves(filters.flatMap(([name]) => [folded[name].filter, folded[name].bias]));
}

/**
 * Reads a line reader from the bytes that {@link encodeLineReader} wrote.
 *
 * @throws RangeError where there are more or fewer than the network has
 */
export function decodeLineReader(bytes: Uint8Array): FoldedLineReader {
  const expected = 2 * filters.reduce((sum, [, shape]) => sum + product(shape) + shape[3], 0);
  if (bytes.length !== expected) {
    throw new RangeError(
      `expected ${expected} bytes of a line reader's network, found ${bytes.length}; ` +
        'get or train it again',
    );
  }
  const take = decodeHalves(bytes);
  const decoded = filters.map(([name, shape]): [UnitName, FoldedLineUnit] => [
    name,
    { filter: take(product(shape)), bias: take(shape[3]) },
  ]);
  return Object.fromEntries(decoded) as Record<UnitName, FoldedLineUnit>;
}
