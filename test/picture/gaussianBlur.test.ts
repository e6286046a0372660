import { describe, expect, it } from 'vitest';
import { blurInk, blurPlane } from '../../src/picture/gaussianBlur';

function blurred(
  width: number,
  values: number[],
  deviationX: number,
  deviationY: number,
): number[] {
  const plane = { width, height: values.length / width, data: Float32Array.from(values) };
  blurPlane(plane, deviationX, deviationY);
  return [...plane.data];
}

const rounded = (values: number[]): number[] => values.map(Math.round);

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

describe('blurring a plane', () => {
  it('spreads a value as a normal distribution, the same to both sides', () => {
    const values = [0, 0, 0, 0, 1000, 0, 0, 0, 0];
    const expected = [0, 4, 54, 242, 399, 242, 54, 4, 0];
    expect(rounded(blurred(9, values, 1, 0))).toEqual(expected);
    expect(rounded(blurred(1, values, 0, 1))).toEqual(expected);
  });

  it('keeps the sum of what lies far from the borders', () => {
    expect(sum(blurred(9, [0, 0, 0, 0, 1000, 0, 0, 0, 0], 1.5, 0))).toBeCloseTo(1000, 2);
  });

  it('goes along rows and columns by their own deviations', () => {
    const values = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 0, 0, 0, 0];
    expect(rounded(blurred(5, values, 0.5, 0))).toEqual([
      ...[0, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0],
      ...[893, 107, 0, 0, 0],
    ]);
    expect(rounded(blurred(5, values, 0, 0.5))).toEqual([
      ...[0, 0, 0, 0, 0],
      ...[107, 0, 0, 0, 0],
      ...[893, 0, 0, 0, 0],
    ]);
    expect(rounded(blurred(5, values, 0.5, 1))).toEqual([
      ...[52, 6, 0, 0, 0],
      ...[268, 32, 0, 0, 0],
      ...[625, 75, 0, 0, 0],
    ]);
  });

  it('goes on beyond the borders as the plane ends', () => {
    expect(rounded(blurred(5, [1000, 0, 0, 0, 500], 0.5, 0))).toEqual([893, 107, 0, 53, 447]);
    expect(rounded(blurred(2, [70, 70, 70, 70], 3, 3))).toEqual([70, 70, 70, 70]);
  });

  it('does nothing by deviations below a quarter', () => {
    expect(blurred(3, [1, 0, 9, 0, 5, 0], 0, 0)).toEqual([1, 0, 9, 0, 5, 0]);
    expect(blurred(3, [1, 0, 9, 0, 5, 0], 0.24, 0.24)).toEqual([1, 0, 9, 0, 5, 0]);
    expect(blurred(3, [0, 1000, 0], 0.25, 0)[0]).toBeCloseTo(0.335, 3);
    expect(blurred(1, [0, 1000, 0], 0, 0.25)[0]).toBeCloseTo(0.335, 3);
  });
});

describe('blurring ink', () => {
  it('spreads it to all sides alike, and keeps all of it far from the borders', () => {
    const data = new Uint8Array(25);
    data[12] = 200;
    const spread = blurInk({ width: 5, height: 5, data }, 0.5);
    expect([...spread]).toEqual([
      ...[0, 0, 0, 0, 0],
      ...[0, 2, 17, 2, 0],
      ...[0, 17, 124, 17, 0],
      ...[0, 2, 17, 2, 0],
      ...[0, 0, 0, 0, 0],
    ]);
    expect(sum(spread)).toBe(200);
  });

  it('loses what comes to lie beyond the borders', () => {
    const upperRight = { width: 3, height: 2, data: Uint8Array.of(0, 0, 200, 0, 0, 0) };
    expect([...blurInk(upperRight, 0.5)]).toEqual([0, 17, 124, 0, 2, 17]);
    const lowerLeft = { width: 3, height: 2, data: Uint8Array.of(0, 0, 0, 200, 0, 0) };
    expect([...blurInk(lowerLeft, 0.5)]).toEqual([17, 2, 0, 124, 17, 0]);
  });

  it('lets a full plane fade towards the borders, where paper lies', () => {
    const full = { width: 3, height: 3, data: new Uint8Array(9).fill(200) };
    expect([...blurInk(full, 0.5)]).toEqual([160, 179, 160, 179, 200, 179, 160, 179, 160]);
  });

  it('reaches farther by a larger deviation', () => {
    const line = { width: 7, height: 1, data: Uint8Array.of(0, 0, 0, 250, 0, 0, 0) };
    expect([...blurInk(line, 1)]).toEqual([0, 5, 24, 40, 24, 5, 0]);
    expect([...blurInk(line, 2)]).toEqual([3, 6, 9, 10, 9, 6, 3]);
  });

  it('changes nothing by deviation 0, and makes a copy', () => {
    const digit = { width: 2, height: 1, data: Uint8Array.of(3, 250) };
    const copy = blurInk(digit, 0);
    expect([...copy]).toEqual([3, 250]);
    copy.fill(0);
    expect([...digit.data]).toEqual([3, 250]);
  });

  it('leaves the digit as it is', () => {
    const digit = { width: 2, height: 1, data: Uint8Array.of(3, 250) };
    blurInk(digit, 1);
    expect([...digit.data]).toEqual([3, 250]);
  });
});
