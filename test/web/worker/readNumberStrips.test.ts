import { expect, it } from 'vitest';
import type { Strip } from '../../../src/reader/line/strip';
import type { Page } from '../../../src/reader/page/readPage';
import { readNumberStrips } from '../../../src/web/worker/readNumberStrips';
import { markOf, pageOf } from '../../reader/page/readings';

/** A white page with black bars, 4 by 20 pixels, all around the height 50. */
function pageWithBars(lefts: readonly number[]): Uint8Array {
  const data = new Uint8Array(200 * 100).fill(255);
  for (const left of lefts) {
    for (let y = 40; y < 60; y++) data.fill(0, y * 200 + left, y * 200 + left + 4);
  }
  return data;
}

/** How often ink begins along the middle of a strip. */
const barsOn = ({ width, height, data }: Strip): number => {
  const middle = data.subarray((width * height) / 2, (width * height) / 2 + width);
  return middle.filter((ink, at) => ink > 0.5 && !(middle[at - 1] > 0.5)).length;
};

it('gives each number a strip of its own digits alone, with what is answered for it', async () => {
  const lefts = [20, 32, 120];
  const page = {
    reading: pageOf(
      '11 1',
      lefts.map(() => markOf(1, 0.9)),
    ),
    detected: {
      brightness: { width: 200, height: 100, data: pageWithBars(lefts) },
      pose: { turn: 0 },
    },
    inLines: lefts.map((left) => ({ box: { x0: left, y0: 40, x1: left + 4, y1: 60 } })),
    lines: { slope: 0 },
  } as unknown as Page;
  const answersFor = (strip: Strip) => ({
    columns: strip.width / 4,
    logProbabilities: new Float32Array(),
  });
  const strips = await readNumberStrips(page, (all) => Promise.resolve(all.map(answersFor)));
  expect(strips.map(({ strip }) => barsOn(strip))).toEqual([2, 1]);
  expect(strips.map(({ answers }) => answers)).toEqual(
    strips.map(({ strip }) => answersFor(strip)),
  );
});
