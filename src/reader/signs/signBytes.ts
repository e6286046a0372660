import { decodeHalves, encodeHalves } from '../../numbers/float16';
import { SIGN_FILTERS, type SignWeights } from './signNetwork';

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Writes a network of signs as bytes: the filter and then the bias of each layer, in half precision. */
export function encodeSigns(weights: SignWeights): Uint8Array {
  return encodeHalves(weights.flatMap(({ filter, bias }) => [filter, bias]));
}

/**
 * Reads a network of signs from the bytes that {@link encodeSigns} wrote.
 *
 * @throws RangeError where there are more or fewer than the network has
 */
export function decodeSigns(bytes: Uint8Array): SignWeights {
  const channels = (shape: readonly number[]): number => shape[shape.length - 1];
  const expected =
    2 * SIGN_FILTERS.reduce((sum, shape) => sum + product(shape) + channels(shape), 0);
  if (bytes.length !== expected) {
    throw new RangeError(
      `expected ${expected} bytes of a page reader's network of signs, found ${bytes.length}; ` +
        'get or train it again',
    );
  }
  const take = decodeHalves(bytes);
  return SIGN_FILTERS.map((shape) => ({
    filter: take(product(shape)),
    bias: take(channels(shape)),
  }));
}
