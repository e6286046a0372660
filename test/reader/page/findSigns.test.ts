import { expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import { findSigns } from '../../../src/reader/page/findSigns';
import { createUprightPage } from '../../../src/reader/page/uprightPage';
import type { ClassifySigns } from '../../../src/reader/signs/signClassifier';
import { KIND_COUNT, NONE, SIGNS } from '../../../src/reader/signs/signKinds';

const digits: Box[] = [
  { x0: 40, y0: 40, x1: 58, y1: 66 },
  { x0: 74, y0: 40, x1: 92, y1: 66 },
];
const point: Box = { x0: 64, y0: 62, x1: 68, y1: 66 };

function pageWith(marks: readonly Box[]): ReturnType<typeof createUprightPage> {
  const [width, height] = [160, 120];
  const data = new Float32Array(width * height);
  for (const { x0, y0, x1, y1 } of marks) {
    for (let y = y0; y < y1; y++) data.fill(-3, width * y + x0, width * y + x1);
  }
  return createUprightPage([{ scale: 1, contrast: { width, height, data } }], 0);
}

/** Takes every window for a sign, as surely as is said. */
const takesFor =
  (sign: (typeof SIGNS)[number], sureness: number): ClassifySigns =>
  (_, count) =>
    Promise.resolve(
      Float32Array.from({ length: count * KIND_COUNT }, (__, at) => {
        const kind = at % KIND_COUNT;
        return kind === SIGNS.indexOf(sign) ? sureness : kind === NONE ? 1 - sureness : 0;
      }),
    );

const boxes = digits.map((box) => ({ box }));

it('a mark beside a digit is the sign that the network takes it for', async () => {
  const page = pageWith([...digits, point]);
  const [found, ...others] = await findSigns(page, boxes, takesFor('.', 0.9));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ sign: '.', box: point, beside: 0 });
  expect(found.confidence).toBeCloseTo(0.9);
});

it('what is unsure is left out', async () => {
  expect(await findSigns(pageWith([...digits, point]), boxes, takesFor('.', 0.4))).toEqual([]);
});

it('there are none without digits', async () => {
  expect(await findSigns(pageWith([point]), [], takesFor('.', 0.9))).toEqual([]);
});
