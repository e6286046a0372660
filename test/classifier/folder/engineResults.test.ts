import { expect, it } from 'vitest';
import { compareEngines } from '../../../src/classifier/folder/engineResults';

/** Ten probabilities: one for the digit 3, the rest for the 8. */
const probabilities = (three: number): Float32Array =>
  Float32Array.from({ length: 10 }, (_, digit) => ({ 3: three, 8: 1 - three })[digit] ?? 0);

it('engines are compared by their results and by the probability they differ most in', () => {
  const native = Float32Array.from([...probabilities(0.75), ...probabilities(0.625)]);
  const wasm = Float32Array.from([...probabilities(0.75), ...probabilities(0.375)]);
  const compared = compareEngines(native, wasm, Uint8Array.of(3, 3));
  expect(compared.native).toMatchObject({ count: 2, accuracy: 1 });
  expect(compared.wasm).toMatchObject({ count: 2, accuracy: 0.5 });
  expect(compared.wasm.nll).toBeCloseTo(-(Math.log(0.75) + Math.log(0.375)) / 2, 5);
  expect(compared.largestDifference).toBe(0.25);
  expect(compareEngines(native, native, Uint8Array.of(3, 3)).largestDifference).toBe(0);
  expect(() => compareEngines(native, wasm.subarray(10), Uint8Array.of(3, 3))).toThrow('found 10');
});
