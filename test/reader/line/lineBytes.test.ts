import { describe, expect, it } from 'vitest';
import {
  decodeLineReader,
  encodeLineReader,
  type FoldedLineReader,
} from '../../../src/reader/line/lineBytes';
import { lineFilters } from '../../../src/reader/line/lineNetwork';

/** The file format: the units in the order of their weights, with the shapes of their filters. */
const format: Readonly<Record<string, readonly number[]>> = {
  half1: [5, 5, 1, 24],
  quarter1: [3, 3, 24, 48],
  quarter2: [3, 3, 48, 48],
  quarter3: [3, 3, 48, 48],
  eighth1: [3, 3, 48, 96],
  eighth2: [3, 3, 96, 96],
  eighth3: [3, 3, 96, 96],
  sixteenth: [3, 3, 96, 128],
  column: [3, 3, 128, 160],
  context1: [1, 5, 160, 160],
  context2: [1, 5, 160, 160],
  context3: [1, 5, 160, 160],
  answers: [1, 1, 160, 27],
};
const count = (shape: readonly number[]): number => shape.reduce((a, b) => a * b);
const bytesExpected = Object.values(format).reduce(
  (sum, shape) => sum + 2 * (count(shape) + shape[3]),
  0,
);

/** A line reader whose unit n has filters of n + 1 and biases of -(n + 1). */
const numbered = Object.fromEntries(
  Object.entries(format).map(([name, shape], index) => [
    name,
    {
      filter: new Float32Array(count(shape)).fill(index + 1),
      bias: new Float32Array(shape[3]).fill(-(index + 1)),
    },
  ]),
) as FoldedLineReader;

describe("the bytes of a line reader's network", () => {
  it('have the units in the order of the format', () => {
    expect(Object.entries(lineFilters)).toEqual(Object.entries(format));
  });

  it('hold the filter and then the bias of each unit, in half precision', () => {
    const bytes = encodeLineReader(numbered);
    expect(bytes).toHaveLength(bytesExpected);
    // 1 and -1 in half precision, the lower byte first.
    expect([...bytes.subarray(0, 2)]).toEqual([0x00, 0x3c]);
    const firstBias = 2 * count(format.half1);
    expect([...bytes.subarray(firstBias, firstBias + 2)]).toEqual([0x00, 0xbc]);
    expect([...bytes.subarray(firstBias + 2 * 24, firstBias + 2 * 24 + 2)]).toEqual([0x00, 0x40]);
    // -13
    expect([...bytes.subarray(-2)]).toEqual([0x80, 0xca]);
  });

  it('give the network back', () => {
    const bytes = encodeLineReader(numbered);
    const decoded = decodeLineReader(bytes);
    expect(decoded.context3.bias).toEqual(numbered.context3.bias);
    expect(Buffer.compare(encodeLineReader(decoded), bytes)).toBe(0);
  });

  it.each([-2, 2])('that are not as many as the network has are named (%d)', (more) => {
    expect(() => decodeLineReader(new Uint8Array(bytesExpected + more))).toThrow(
      `expected ${bytesExpected} bytes of a line reader's network, found ${bytesExpected + more}`,
    );
  });
});
