import { fromFloat16, toFloat16 } from '../../numbers/float16';
import { SIGN_FILTERS, type SignWeights } from './signNetwork';

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Writes a network of signs as bytes: the filter and then the bias of each layer, in half precision. */
export function encodeSigns(weights: SignWeights): Uint8Array {
  const values = weights.flatMap(({ filter, bias }) => [filter, bias]);
  const halves = new Uint16Array(values.reduce((count, { length }) => count + length, 0));
  let at = 0;
  for (const array of values) for (const value of array) halves[at++] = toFloat16(value);
  return new Uint8Array(halves.buffer);
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
  const halves = new Uint16Array(bytes.slice().buffer);
  let at = 0;
  const take = (count: number): Float32Array =>
    Float32Array.from(halves.subarray(at, (at += count)), fromFloat16);
  return SIGN_FILTERS.map((shape) => ({
    filter: take(product(shape)),
    bias: take(channels(shape)),
  }));
}
