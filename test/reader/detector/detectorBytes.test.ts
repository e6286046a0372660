import { describe, expect, it } from 'vitest';
import { decodeDetector, encodeDetector } from '../../../src/reader/detector/detectorBytes';
import { filterShapes, type FoldedDetector } from '../../../src/reader/detector/detectorWeights';

/** The file format: the units in the order of their weights, with the shapes of their filters. */
const format: Readonly<Record<string, readonly number[]>> = {
  half1: [5, 5, 1, 16],
  half2: [3, 3, 16, 16],
  quarter1: [3, 3, 16, 48],
  quarter2: [3, 3, 48, 48],
  eighth1: [3, 3, 48, 96],
  eighth2: [3, 3, 96, 96],
  eighth3: [3, 3, 96, 96],
  sixteenth1: [3, 3, 96, 128],
  sixteenth2: [3, 3, 128, 128],
  sixteenth3: [3, 3, 128, 128],
  sixteenthToEighth: [1, 1, 128, 96],
  eighth4: [3, 3, 96, 96],
  eighthToQuarter: [1, 1, 96, 64],
  quarterToQuarter: [1, 1, 48, 64],
  joined1: [3, 3, 64, 48],
  joined2: [3, 3, 48, 48],
  answers: [1, 1, 48, 15],
};
const names = Object.keys(format);
const count = (shape: readonly number[]): number => shape.reduce((a, b) => a * b);

/** A detector whose unit n has filters of n + 1 and biases of -(n + 1). */
const numbered = Object.fromEntries(
  names.map((name, index) => [
    name,
    {
      filter: new Float32Array(count(format[name])).fill(index + 1),
      bias: new Float32Array(format[name][3]).fill(-(index + 1)),
    },
  ]),
) as FoldedDetector;

describe("the bytes of a page reader's network", () => {
  it('have the units in the order of the format', () => {
    expect(Object.entries(filterShapes)).toEqual(Object.entries(format));
  });

  it('hold the filter and then the bias of each unit, in half precision', () => {
    const bytes = encodeDetector(numbered);
    // 1 and -1 in half precision, the lower byte first.
    expect([...bytes.subarray(0, 2)]).toEqual([0x00, 0x3c]);
    const firstBias = 2 * count(format.half1);
    expect([...bytes.subarray(firstBias, firstBias + 2)]).toEqual([0x00, 0xbc]);
    expect([...bytes.subarray(firstBias + 2 * 16, firstBias + 2 * 16 + 2)]).toEqual([0x00, 0x40]);
    expect([...bytes.subarray(-2)]).toEqual([0x40, 0xcc]);
  });

  it('give the network back', () => {
    const bytes = encodeDetector(numbered);
    const decoded = decodeDetector(bytes);
    expect(decoded.joined2.bias).toEqual(numbered.joined2.bias);
    expect(Buffer.compare(encodeDetector(decoded), bytes)).toBe(0);
  });

  it('that are too few are named', () => {
    expect(() => decodeDetector(encodeDetector(numbered).subarray(2))).toThrow(
      /expected 1595998 bytes of a page reader's network, found 1595996/,
    );
  });
});
