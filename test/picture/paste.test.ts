import { describe, expect, it } from 'vitest';
import { pastePicture, pastePlane } from '../../src/picture/paste';

describe('pasting a plane', () => {
  it('overwrites the target where the source comes to lie, and nothing else', () => {
    const target = { width: 4, height: 3, data: new Uint8Array(12).fill(9) };
    pastePlane(target, { width: 2, height: 2, data: Uint8Array.of(1, 2, 3, 0) }, 2, 1);
    expect([...target.data]).toEqual([9, 9, 9, 9, 9, 9, 1, 2, 9, 9, 3, 0]);
  });

  it('fills a target of the same size', () => {
    const target = { width: 2, height: 2, data: new Float32Array(4) };
    pastePlane(target, { width: 2, height: 2, data: Float32Array.of(0.5, 1, 1.5, 2) }, 0, 0);
    expect([...target.data]).toEqual([0.5, 1, 1.5, 2]);
  });

  it('leaves the source as it is', () => {
    const source = { width: 1, height: 1, data: Uint8Array.of(7) };
    pastePlane({ width: 2, height: 1, data: Uint8Array.of(1, 2) }, source, 1, 0);
    expect([...source.data]).toEqual([7]);
  });
});

describe('pasting a picture', () => {
  it('takes the four values of every pixel along', () => {
    const target = { width: 2, height: 3, data: new Uint8ClampedArray(24) };
    const source = { width: 1, height: 2, data: Uint8ClampedArray.of(1, 2, 3, 4, 5, 6, 7, 8) };
    pastePicture(target, source, 1, 1);
    expect([...target.data]).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 5, 6, 7, 8,
    ]);
  });
});
