import { decodeHalves, encodeHalves } from '../../numbers/float16';
import type { DetectorUnitName } from './detectorNetwork';
import { filterShapes, type FoldedDetector, type FoldedUnit } from './detectorWeights';

type UnitName = DetectorUnitName | 'answers';

const units = Object.entries(filterShapes) as [UnitName, readonly number[]][];

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Writes a detector as bytes: the filter and then the bias of each unit, in half precision. */
export function encodeDetector(folded: FoldedDetector): Uint8Array {
  return encodeHalves(units.flatMap(([name]) => [folded[name].filter, folded[name].bias]));
}

/**
 * Reads a detector from the bytes that {@link encodeDetector} wrote.
 *
 * @throws RangeError where there are more or fewer than the network has
 */
export function decodeDetector(bytes: Uint8Array): FoldedDetector {
  const expected = 2 * units.reduce((sum, [, shape]) => sum + product(shape) + shape[3], 0);
  if (bytes.length !== expected) {
    throw new RangeError(
      `expected ${expected} bytes of a page reader's network, found ${bytes.length}; ` +
        'get or train it again',
    );
  }
  const take = decodeHalves(bytes);
  const decoded = units.map(([name, shape]): [UnitName, FoldedUnit] => [
    name,
    { filter: take(product(shape)), bias: take(shape[3]) },
  ]);
  return Object.fromEntries(decoded) as Record<UnitName, FoldedUnit>;
}
