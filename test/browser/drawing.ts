import type { Frame, Page } from 'playwright-core';

/** Corners of the lines of some digits, in a box of 1 by 1. */
const forms = {
  '1': [
    [
      [0.5, 0],
      [0.5, 1],
    ],
  ],
  '4': [
    [
      [0.35, 0],
      [0.1, 0.62],
      [0.85, 0.58],
    ],
    [
      [0.65, 0.3],
      [0.62, 1],
    ],
  ],
  '7': [
    [
      [0.1, 0],
      [0.8, 0],
      [0.35, 1],
    ],
  ],
} as const;

/**
 * Draws digits on a pad with the mouse, side by side.
 *
 * @param frame the page with the pad, or the frame of a page
 * @returns whether the pad has stayed in its place meanwhile
 */
export async function drawDigits(
  page: Page,
  frame: Page | Frame,
  digits: readonly (keyof typeof forms)[],
): Promise<boolean> {
  const pad = frame.locator('canvas.pad');
  await pad.evaluate((canvas) => {
    canvas.scrollIntoView({ block: 'center' });
  });
  const box = (await pad.boundingBox())!;
  const size = 0.6 * box.height;
  for (const [at, digit] of digits.entries()) {
    const place = ([x, y]: readonly [number, number]): [number, number] => [
      box.x + 20 + at * (size + 20) + x * size,
      box.y + 0.2 * box.height + y * size,
    ];
    for (const [first, ...rest] of forms[digit]) {
      await page.mouse.move(...place(first));
      await page.mouse.down();
      for (const point of rest) await page.mouse.move(...place(point), { steps: 8 });
      await page.mouse.up();
    }
  }
  const { x, y } = (await pad.boundingBox())!;
  return x === box.x && y === box.y;
}
