import { between, happens, wholeBetween } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import { sampleExtended } from '../../picture/bilinear';
import { MAX_CONTRAST } from '../../picture/localContrast';
import { STRIP_HEIGHT, type Strip } from '../../reader/line/strip';
import type { LabelledStrip } from './generateStrip';

/** How a strip that is met again differs; factors as logarithms. */
const variation = {
  narrower: [-0.02, 0.16],
  higher: [-0.12, 0.12],
  /** Standard deviations: columns to the right for every row down, and rows down compared with half the height. */
  slant: 0.12,
  moved: 0.06,
  gain: [-0.45, 0.3],
  noisyShare: 0.35,
  noise: [0, 0.45],
  /** Strips with some columns hidden, and how many. */
  hiddenShare: 0.12,
  hidden: [1, 3],
} as const;

/**
 * Makes a strip a little narrower or wider, higher or lower, leaning, moved, fainter or noisier, so that one that is met
 * again is another one. It keeps its width, and what it shows stays at its left end.
 *
 * @param random decides everything
 */
export function varyStrip({ width, contrast }: LabelledStrip, random: Random): Strip {
  const plane = {
    width,
    height: STRIP_HEIGHT,
    data: Float32Array.from(contrast, (value) => (value * MAX_CONTRAST) / 127),
  };
  const stepX = Math.exp(between(random, variation.narrower));
  const stepY = Math.exp(between(random, variation.higher));
  const slant = variation.slant * random.normal();
  const down = (variation.moved * random.normal() * STRIP_HEIGHT) / 2;
  const gain = Math.exp(between(random, variation.gain));
  const noise = happens(random, variation.noisyShare) ? between(random, variation.noise) : 0;
  const data = new Float32Array(STRIP_HEIGHT * width);
  for (let row = 0, at = 0; row < STRIP_HEIGHT; row++) {
    const fromMiddle = row + 0.5 - STRIP_HEIGHT / 2;
    const y = fromMiddle * stepY + down + STRIP_HEIGHT / 2 - 0.5;
    for (let column = 0; column < width; column++, at++) {
      const x = (column + 0.5) * stepX + slant * fromMiddle - 0.5;
      const isInside = x > -1 && y > -1 && x < width && y < STRIP_HEIGHT;
      data[at] = gain * (isInside ? sampleExtended(plane, x, y) : 0) + noise * random.normal();
    }
  }
  if (happens(random, variation.hiddenShare)) {
    const count = wholeBetween(random, variation.hidden);
    const left = random.integer(Math.max(1, width - count));
    const value = random.normal();
    for (let row = 0; row < STRIP_HEIGHT; row++) {
      data.fill(value, row * width + left, row * width + Math.min(width, left + count));
    }
  }
  return { width, height: STRIP_HEIGHT, data };
}
