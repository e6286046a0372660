import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import { placeLabel } from '../../../src/view/picture/placeLabel';

const box = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 });
const label = { width: 7, height: 9 };
const picture = { width: 60, height: 60 };
const frame = box(20, 20, 30, 40);

describe('a label', () => {
  it('stands above its frame, at its left, where nothing is there', () => {
    expect(placeLabel(frame, label, picture, [frame])).toEqual(box(20, 11, 27, 20));
  });

  it('gives way to the right', () => {
    expect(placeLabel(frame, label, picture, [frame, box(10, 0, 23, 15)])).toEqual(
      box(23, 11, 30, 20),
    );
  });

  it('stands beside it where something is above', () => {
    const others = [frame, box(0, 0, 60, 19)];
    expect(placeLabel(frame, label, picture, others)).toEqual(box(30, 20, 37, 29));
    expect(placeLabel(frame, label, picture, [...others, box(31, 0, 60, 60)])).toEqual(
      box(13, 20, 20, 29),
    );
  });

  it('stands below where something is above and on both sides', () => {
    const others = [frame, box(0, 0, 60, 19), box(31, 0, 60, 60), box(0, 0, 19, 60)];
    expect(placeLabel(frame, label, picture, others)).toEqual(box(20, 40, 27, 49));
  });

  it('hides as little as it can where there is no room', () => {
    const others = [
      frame,
      box(0, 0, 60, 19),
      box(0, 41, 60, 60),
      box(31, 0, 60, 60),
      box(0, 0, 18, 60),
    ];
    expect(placeLabel(frame, label, picture, others)).toEqual(box(13, 20, 20, 29));
  });

  it('stays inside the picture', () => {
    const corner = box(55, 0, 60, 10);
    expect(placeLabel(corner, label, picture, [corner])).toEqual(box(48, 0, 55, 9));
    const whole = box(0, 0, 60, 60);
    expect(placeLabel(whole, label, picture, [whole])).toEqual(box(0, 0, 7, 9));
  });
});
