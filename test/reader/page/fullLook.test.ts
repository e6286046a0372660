import { describe, expect, it } from 'vitest';
import type { DetectDigits } from '../../../src/reader/detector/detector';
import { lookFully } from '../../../src/reader/page/fullLook';
import { createView } from '../../../src/reader/page/view';

const view = createView({ width: 700, height: 100, data: new Uint8Array(70_000).fill(200) }, 0);
const [largest, next, third] = view.levels.map(({ contrast: { width } }) => width);

/** Sees one digit, of a size at the level that is second in size; tells the widths of what was looked at. */
async function widthsWhere(size: number | undefined): Promise<number[]> {
  const widths: number[] = [];
  const find: DetectDigits = ({ width }) => {
    widths.push(width);
    if (size === undefined || (width !== next && width !== third)) return Promise.resolve([]);
    const here = (size * width) / next;
    const box = { x0: here, y0: here, x1: 1.5 * here, y1: 2 * here };
    const probabilities = new Float32Array(10);
    probabilities[3] = 0.99;
    return Promise.resolve([{ box, score: 0.95, probabilities }]);
  };
  await lookFully(view, 0, find);
  return widths;
}

describe('a full look', () => {
  it('leaves the largest level out where all digits are large', async () => {
    expect(await widthsWhere(40)).not.toContain(largest);
  });

  it('takes it, last, where a digit is small, or nothing is seen', async () => {
    for (const size of [18, undefined]) {
      const widths = await widthsWhere(size);
      expect(widths.at(-1)).toBe(largest);
      expect(new Set(widths).size).toBe(view.levels.length);
    }
  });

  it('looks once at a picture of one level', async () => {
    const dot = createView({ width: 9, height: 9, data: new Uint8Array(81).fill(200) }, 0);
    const widths: number[] = [];
    const find: DetectDigits = ({ width }) => {
      widths.push(width);
      return Promise.resolve([]);
    };
    await lookFully(dot, 0, find);
    expect(widths).toEqual(dot.levels.map(({ contrast: { width } }) => width));
  });
});
