import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import type { Box } from '../../../src/picture/box';
import { NONE, placeOfSign } from '../../../src/reader/signs/signKinds';
import { WINDOW_SIDE } from '../../../src/reader/signs/signWindow';
import { signExamples } from '../../../src/reader/training/signExamples';
import { CROP_SIDE, type TrainingCrop } from '../../../src/reader/training/trainingCrop';

const digit: Box = { x0: 60, y0: 60, x1: 78, y1: 90 };
const point: Box = { x0: 84, y0: 86, x1: 88, y1: 90 };
const smudge: Box = { x0: 46, y0: 70, x1: 52, y1: 76 };

function cropWith(inked: readonly Box[], more: Partial<TrainingCrop>): TrainingCrop {
  const contrast = new Int8Array(CROP_SIDE ** 2);
  for (const { x0, y0, x1, y1 } of inked) {
    for (let y = y0; y < y1; y++) contrast.fill(-100, CROP_SIDE * y + x0, CROP_SIDE * y + x1);
  }
  return { contrast, digits: [{ digit: 7, box: digit }], signs: [], ignored: [], ...more };
}

const kindsOf = (crop: TrainingCrop): number[] =>
  signExamples(crop, createRandom(1)).map(({ kind }) => kind);

describe('windows to learn signs from', () => {
  it('show a sign of a number twice, and the digit as none', () => {
    const crop = cropWith([digit, point], { signs: [{ sign: '.', box: point, size: 30 }] });
    expect(kindsOf(crop)).toEqual([placeOfSign('.'), placeOfSign('.'), NONE]);
  });

  it('show a sign that belongs to no number as none', () => {
    const crop = cropWith([digit, point], { signs: [{ sign: '?', box: point, size: 30 }] });
    expect(kindsOf(crop)).toEqual([NONE, NONE, NONE]);
  });

  it('show other marks beside digits as none, but for those of which nothing is known', () => {
    const marks = cropWith([digit, smudge], {});
    expect(kindsOf(marks)).toEqual([NONE, NONE]);
    expect(kindsOf({ ...marks, ignored: [smudge] })).toEqual([NONE]);
  });

  it('have the sign in their middle', () => {
    const crop = cropWith([digit, point], { signs: [{ sign: '.', box: point, size: 30 }] });
    const [{ window }] = signExamples(crop, createRandom(1));
    expect(window).toHaveLength(WINDOW_SIDE ** 2);
    const inked = [...window.keys()].filter((at) => window[at] < -50);
    const nearest = Math.min(
      ...inked.map((at) =>
        Math.hypot((at % WINDOW_SIDE) - 23.5, Math.floor(at / WINDOW_SIDE) - 23.5),
      ),
    );
    expect(nearest).toBeLessThan(5);
  });
});
