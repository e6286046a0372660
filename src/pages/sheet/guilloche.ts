import { between, factorBetween, happens, wholeBetween, type Range } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import type { Canvas } from '../canvas/canvas';

/**
 * Prints a security pattern of waving lines on a canvas, as cheques and forms have it.
 *
 * @param size the height of digits in pixels, which the lines' distance is compared with
 * @param strength how much light the lines take, 0..1
 */
export function printGuilloche(
  { width, height, red, green, blue }: Canvas,
  size: number,
  strength: Range,
  random: Random,
): void {
  const dark = between(random, strength);
  const tint = [0, 1, 2].map(() => dark * between(random, [0.3, 1]));
  for (let layer = wholeBetween(random, [1, 3]); layer > 0; layer--) {
    const angle = Math.PI * random.uniform();
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const frequency = (2 * Math.PI) / (size * factorBetween(random, [0.15, 0.9]));
    const [swing, wave] = [between(random, [0, 0.4]) * size, between(random, [0.5, 6]) / size];
    const [phase, wavePhase] = [6.3 * random.uniform(), 6.3 * random.uniform()];
    const [sharpness, level] = [between(random, [1, 3]), between(random, [-0.5, 1.2])];
    const isRound = happens(random, 0.3);
    const [middleX, middleY] = [
      width * between(random, [-0.3, 1.3]),
      height * between(random, [-1, 2]),
    ];
    for (let row = 0, at = 0; row < height; row++) {
      for (let column = 0; column < width; column++, at++) {
        const along = isRound
          ? Math.hypot(column - middleX, row - middleY)
          : column * cos + row * sin;
        const across = row * cos - column * sin;
        const value = Math.sin(
          frequency * (along + swing * Math.sin(wave * across + wavePhase)) + phase,
        );
        const line = Math.min(1, Math.max(0, sharpness * value - level));
        red[at] *= 1 - tint[0] * line;
        green[at] *= 1 - tint[1] * line;
        blue[at] *= 1 - tint[2] * line;
      }
    }
  }
}
