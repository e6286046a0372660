import { describe, expect, it } from 'vitest';
import { enlargePlane, sampleExtended, sampleOnPaper } from '../../src/picture/bilinear';

//  8 16 24
// 40 56 72
const [width, height] = [3, 2];
const values = [8, 16, 24, 40, 56, 72];

const samplers = [
  ['goes on', (x, y) => sampleExtended({ width, height, data: Uint8Array.from(values) }, x, y)],
  ['ends', (x, y) => sampleOnPaper(Uint8Array.from(values), width, height, x, y)],
] satisfies [string, (x: number, y: number) => number][];

describe.each(samplers)('a place between the pixels of a plane that %s', (_, sample) => {
  it('has the value of a pixel in its middle', () => {
    expect(values.map((_, at) => sample(at % width, Math.floor(at / width)))).toEqual(values);
  });

  it.each([
    [0.25, 0, 10],
    [1.75, 1, 68],
    [0, 0.25, 16],
    [1, 0.5, 36],
    [1.5, 0.25, 31],
  ])('has at %d, %d the value %d', (x, y, expected) => {
    expect(sample(x, y)).toBe(expected);
  });
});

describe('beyond the borders', () => {
  it.each([
    [-0.5, 0, 8],
    [-7, 0.5, 24],
    [2.5, 0, 24],
    [9, 0.5, 48],
    [1, -0.5, 16],
    [0.5, -9, 12],
    [1, 1.5, 56],
    [1.5, 9, 64],
    [-9, -9, 8],
    [9, -9, 24],
    [-9, 9, 40],
    [9, 9, 72],
  ])('an extended plane goes on as it ends: at %d, %d with %d', (x, y, expected) => {
    const plane = { width, height, data: Float32Array.from(values) };
    expect(sampleExtended(plane, x, y)).toBe(expected);
  });

  it.each([
    [-0.25, 0, 6],
    [-0.5, 1, 20],
    [2.75, 0, 6],
    [2.5, 1, 36],
    [0, -0.25, 6],
    [0.5, -0.5, 6],
    [1, 1.75, 14],
    [0.5, 1.5, 24],
    [-0.5, -0.5, 2],
    [2.5, -0.5, 6],
    [-0.5, 1.5, 10],
    [2.5, 1.5, 18],
  ])('ink fades into paper within a pixel: at %d, %d it is %d', (x, y, expected) => {
    expect(sampleOnPaper(Uint8Array.from(values), width, height, x, y)).toBe(expected);
  });

  it.each([
    [-1, 0],
    [-1.5, 1],
    [3, 0],
    [3.5, 0.5],
    [1, -1],
    [1, -1.5],
    [1, 2],
    [1, 2.5],
    [-99, -99],
    [99, 99],
  ])('paper has no ink at %d, %d', (x, y) => {
    expect(sampleOnPaper(Uint8Array.from(values), width, height, x, y)).toBe(0);
  });
});

describe('enlarging a plane', () => {
  it('changes evenly between the middles of the squares, and goes on as it ends', () => {
    const plane = { width: 2, height: 1, data: Float32Array.of(8, 16) };
    const row = [8, 8, 9, 11, 13, 15, 16, 16];
    expect(enlargePlane(plane, 4, { width: 8, height: 4 })).toEqual({
      width: 8,
      height: 4,
      data: Float32Array.of(...row, ...row, ...row, ...row),
    });
  });

  it('does so along both axes', () => {
    const plane = { width: 3, height: 2, data: Float32Array.from(values) };
    expect([...enlargePlane(plane, 2, { width: 6, height: 4 }).data]).toEqual([
      ...[8, 10, 14, 18, 22, 24],
      ...[16, 18.5, 23.5, 28.5, 33.5, 36],
      ...[32, 35.5, 42.5, 49.5, 56.5, 60],
      ...[40, 44, 52, 60, 68, 72],
    ]);
  });

  it('leaves out what a smaller size has no room for', () => {
    const plane = { width: 2, height: 2, data: Float32Array.of(0, 8, 16, 24) };
    expect(enlargePlane(plane, 2, { width: 3, height: 2 })).toEqual({
      width: 3,
      height: 2,
      data: Float32Array.of(0, 2, 6, 4, 6, 10),
    });
  });

  it('changes nothing by factor 1', () => {
    const plane = { width: 3, height: 2, data: Float32Array.from(values) };
    expect(enlargePlane(plane, 1, { width: 3, height: 2 })).toEqual(plane);
  });

  it('makes a plain plane of a single value', () => {
    const plane = { width: 1, height: 1, data: Float32Array.of(5) };
    expect([...enlargePlane(plane, 2, { width: 2, height: 2 }).data]).toEqual([5, 5, 5, 5]);
  });
});
