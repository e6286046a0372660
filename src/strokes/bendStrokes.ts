import { between } from '../numbers/chance';
import type { Random } from '../numbers/random';
import { mapStroke, type Stroke } from './stroke';

/**
 * Bends strokes as a whole by two slow waves.
 *
 * @param amplitude how far a wave moves a point, in units of the strokes, which are about 1 high
 * @param random decides the waves
 */
export function bendStrokes(
  strokes: readonly Stroke[],
  amplitude: number,
  random: Random,
): Stroke[] {
  const waves = [0, 1].map(() => {
    const [across, along] = [6.3 * random.uniform(), 6.3 * random.uniform()];
    const frequency = between(random, [2, 7]);
    return {
      x: frequency * Math.cos(across),
      y: frequency * Math.sin(across),
      phase: 6.3 * random.uniform(),
      shiftX: amplitude * Math.cos(along),
      shiftY: amplitude * Math.sin(along),
    };
  });
  return strokes.map((stroke) =>
    mapStroke(stroke, (x, y) => {
      let [bentX, bentY] = [x, y];
      for (const wave of waves) {
        const shift = Math.sin(wave.x * x + wave.y * y + wave.phase);
        bentX += wave.shiftX * shift;
        bentY += wave.shiftY * shift;
      }
      return [bentX, bentY];
    }),
  );
}
