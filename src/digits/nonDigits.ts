import { normalizeDigit } from './normalizeDigit';
import type { Random } from '../numbers/random';

const side = 28;

/** The line of a pen that wanders about, in MNIST's form. */
function drawScribble(random: Random): Uint8Array {
  const [size, pen] = [96, 4];
  const data = new Uint8Array(size * size);
  const inside = (place: number): number => Math.min(Math.max(place, 0), size - pen);
  let [x, y, direction] = [size / 2, size / 2, 2 * Math.PI * random.uniform()];
  for (let step = 0; step < 240; step++) {
    direction += 0.35 * random.normal();
    x = inside(x + Math.cos(direction));
    y = inside(y + Math.sin(direction));
    for (let row = Math.floor(y); row < Math.floor(y) + pen; row++) {
      data.fill(255, row * size + Math.floor(x), row * size + Math.floor(x) + pen);
    }
  }
  return normalizeDigit({ width: size, height: size, data });
}

function drawSquare(): Uint8Array {
  return Uint8Array.from({ length: side * side }, (_, at) => {
    const isInside = (place: number): boolean => place >= 4 && place < side - 4;
    return isInside(at % side) && isInside(Math.floor(at / side)) ? 255 : 0;
  });
}

/** What shows no digit, by name: each draws an image of 28x28 pixels, ink in 0..255. */
export const nonDigits = {
  'empty paper': () => new Uint8Array(side * side),
  'filled square': drawSquare,
  noise: (random) => Uint8Array.from({ length: side * side }, () => random.integer(256)),
  scribble: drawScribble,
} as const satisfies Record<string, (random: Random) => Uint8Array>;

/**
 * Draws images that show no digit.
 *
 * @param kind what they show
 * @param count how many, each different where chance has a say in it
 * @param random decides what they look like
 * @returns ink in 0..255; [count, 28, 28]
 */
export function drawNonDigits(
  kind: keyof typeof nonDigits,
  count: number,
  random: Random,
): Uint8Array {
  const images = new Uint8Array(count * side * side);
  const draw: (random: Random) => Uint8Array = nonDigits[kind];
  for (let index = 0; index < count; index++) images.set(draw(random), index * side * side);
  return images;
}
