import { beforeAll, describe, expect, it } from 'vitest';
import { loadMnist, type Mnist } from '../../src/digits/mnist';
import { loadPageFonts } from '../../src/pages/text/pageFonts';
import { createDigitPool } from '../../src/pages/hand/digitPool';
import { evenStroke, extentOf } from '../../src/strokes/stroke';
import { thin } from '../../src/strokes/thin';
import { vectorizeDigit } from '../../src/strokes/vectorizeDigit';
import { vectorizeOutline } from '../../src/strokes/vectorizeOutline';
import { art, plane, trimmed } from '../textArt';

/** A digit of 28 x 28 pixels with the art in its middle. */
function digit(drawing: string): ReturnType<typeof plane> {
  const { width, height, data } = plane(drawing);
  const image = new Uint8Array(28 * 28);
  for (let row = 0; row < height; row++) {
    const at = (row + ((28 - height) >> 1)) * 28 + ((28 - width) >> 1);
    image.set(data.subarray(row * width, (row + 1) * width), at);
  }
  return { width: 28, height: 28, data: image };
}

const bar = Array(20).fill('###').join('\n');
const ring = [
  '..######..',
  '.########.',
  ...Array<string>(16).fill('###....###'),
  '.########.',
  '..######..',
].join('\n');
const cross = [
  ...Array<string>(8).fill('.......###.......'),
  ...Array<string>(3).fill('#'.repeat(17)),
  ...Array<string>(9).fill('.......###.......'),
].join('\n');

describe('thinning', () => {
  it('leaves the middle line of ink', () => {
    const ink = plane(`
      .........
      .#######.
      .#######.
      .#######.
      .........`);
    const lines = thin({ ...ink, data: ink.data.map((value) => value && 1) });
    expect(art({ ...ink, data: lines })).toBe(
      trimmed(`
      .........
      .........
      ..####...
      .........
      .........`),
    );
  });

  it('keeps what is one pixel wide, and the hole of a ring', () => {
    const ink = plane(`
      ......
      .####.
      .#..#.
      .#..#.
      .####.
      ......`);
    const lines = thin({ ...ink, data: ink.data.map((value) => value && 1) });
    expect(lines.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(8);
    expect(lines[2 * 6 + 2]).toBe(0);
  });
});

describe('strokes of a digit', () => {
  it('are one line down a bar, 1 high', () => {
    const strokes = vectorizeDigit(digit(bar));
    expect(strokes).toHaveLength(1);
    const { left, top, right, bottom } = extentOf(strokes);
    expect(bottom - top).toBeCloseTo(1, 5);
    expect(top + bottom).toBeCloseTo(0, 5);
    expect(right - left).toBeLessThan(0.06);
  });

  it('go round a ring and end where they began', () => {
    const strokes = vectorizeDigit(digit(ring));
    expect(strokes).toHaveLength(1);
    const [stroke] = strokes;
    const gap = Math.hypot(
      stroke[0] - stroke[stroke.length - 3],
      stroke[1] - stroke[stroke.length - 2],
    );
    expect(gap).toBeLessThan(0.05);
  });

  it('go straight on through a crossing', () => {
    const strokes = vectorizeDigit(digit(cross));
    expect(strokes).toHaveLength(2);
    const sides = strokes.map((stroke) => {
      const { left, top, right, bottom } = extentOf([stroke]);
      return right - left > bottom - top ? 'across' : 'down';
    });
    expect(new Set(sides)).toEqual(new Set(['across', 'down']));
  });

  it('are none where there is no ink, or a blot', () => {
    expect(vectorizeDigit(digit('.'))).toEqual([]);
    expect(vectorizeDigit(digit(Array(20).fill('#'.repeat(20)).join('\n')))).toEqual([]);
  });
});

describe('strokes of a letter', () => {
  const stem = evenStroke([0, 0, 0.2, 0, 0.2, -1, 0, -1], 0);
  const dot = evenStroke([0, -1.3, 0.2, -1.3, 0.2, -1.5, 0, -1.5], 0);

  it('run down the middle of its outline, from near the top to near the base line', () => {
    const strokes = vectorizeOutline([stem]);
    expect(strokes).toHaveLength(1);
    const { left, top, right, bottom } = extentOf(strokes);
    expect(Math.abs(left - 0.1)).toBeLessThan(0.03);
    expect(Math.abs(right - 0.1)).toBeLessThan(0.03);
    expect(top).toBeGreaterThan(-1);
    expect(top).toBeLessThan(-0.85);
    expect(bottom).toBeLessThan(0);
    expect(bottom).toBeGreaterThan(-0.15);
  });

  it('have the dots that thinning takes away', () => {
    const strokes = vectorizeOutline([stem, dot]);
    const { left, right, top, bottom } = extentOf(strokes.slice(-1));
    expect((left + right) / 2).toBeCloseTo(0.1, 5);
    expect((top + bottom) / 2).toBeCloseTo(-1.4, 5);
  });

  it('leave holes open', () => {
    const outer = evenStroke([0, 0, 0.5, 0, 0.5, -0.5, 0, -0.5], 0);
    const hole = evenStroke([0.15, -0.15, 0.15, -0.35, 0.35, -0.35, 0.35, -0.15], 0);
    const strokes = vectorizeOutline([outer, hole]);
    const fromMiddle = strokes.flatMap((stroke) =>
      Array.from({ length: stroke.length / 3 }, (_, point) =>
        Math.hypot(stroke[3 * point] - 0.25, stroke[3 * point + 1] + 0.25),
      ),
    );
    expect(Math.min(...fromMiddle)).toBeGreaterThan(0.12);
  });

  it('are none of a space', () => {
    expect(vectorizeOutline([])).toEqual([]);
  });
});

describe("MNIST's digits", () => {
  let mnist: Mnist;
  beforeAll(async () => {
    mnist = await loadMnist();
  });

  it('nearly all have strokes, few each, that are as wide on average as the pen is', () => {
    const pool = createDigitPool(mnist.train, loadPageFonts());
    const all = Array.from({ length: 1000 }, (_, index) => pool.strokesOf(index));
    const empty = all.filter((strokes) => strokes.length === 0).length;
    expect(empty).toBeLessThan(50); // usually 21
    for (const strokes of all) {
      expect(strokes.length).toBeLessThan(8);
      if (strokes.length === 0) continue;
      let [sum, count] = [0, 0];
      for (const stroke of strokes) {
        for (let at = 2; at < stroke.length; at += 3, count++) sum += stroke[at];
      }
      expect(sum / count).toBeCloseTo(1, 4);
    }
  });

  it('are found by their class', () => {
    const { ofClass } = createDigitPool(mnist.train, loadPageFonts());
    expect(ofClass).toHaveLength(10);
    ofClass.forEach((indices, label) => {
      expect([...indices.slice(0, 20)].every((index) => mnist.train.labels[index] === label)).toBe(
        true,
      );
    });
    expect(ofClass.reduce((sum, indices) => sum + indices.length, 0)).toBe(60_000);
  });
});
