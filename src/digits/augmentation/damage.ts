import { degradations, type Degradation } from '../degrade';
import type { Plane } from '../../picture/picture';
import type { Random } from '../../numbers/random';

/** How often digits are damaged, or lost, while a network learns. */
export interface DamageOptions {
  /** The share of digits that are damaged, from hardly at all to past reading, 0..1. */
  readonly damagedShare: number;
  /** The share of digits in whose place something else is seen, which keeps the digit's label, 0..1. */
  readonly lostShare: number;
}

const kinds: readonly Degradation[] = Object.values(degradations);

function damage(digit: Plane<Uint8Array>, random: Random): Uint8Array {
  const { apply, strengths } = kinds[random.integer(kinds.length)];
  return apply(digit, Math.max(...strengths) * random.uniform(), random);
}

/** Grains of chance, from single pixels to soft clouds. */
function drawGrains({ width, height }: Plane<Uint8Array>, random: Random): Uint8Array {
  const depth = 255 * Math.sqrt(random.uniform());
  const data = Uint8Array.from({ length: width * height }, () => depth * random.uniform());
  if (random.uniform() < 0.5) return data;
  const clouds = degradations.blur.apply({ width, height, data }, 0.5 + 2 * random.uniform());
  // Blurring leaves little contrast.
  const least = clouds.reduce((a, b) => Math.min(a, b));
  const span = Math.max(1, clouds.reduce((a, b) => Math.max(a, b)) - least);
  return clouds.map((value) => ((value - least) / span) * depth);
}

/** Two to five straight strokes at random: letters, operators, fragments of rules. */
function drawBars({ width, height }: Plane<Uint8Array>, random: Random): Uint8Array {
  const data = new Uint8Array(width * height);
  const place = (): number => 4 + 20 * random.uniform();
  const pen = 0.8 + 1.4 * random.uniform();
  for (let bars = 2 + random.integer(4); bars > 0; bars--) {
    const [x0, y0, x1, y1] = [place(), place(), place(), place()];
    const length2 = Math.max((x1 - x0) ** 2 + (y1 - y0) ** 2, 1);
    data.forEach((ink, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length2;
      const nearest = Math.min(Math.max(along, 0), 1);
      const distance = Math.hypot(x - x0 - nearest * (x1 - x0), y - y0 - nearest * (y1 - y0));
      data[at] = Math.max(ink, 255 * Math.min(Math.max(pen + 0.5 - distance, 0), 1));
    });
  }
  return data;
}

/** One half of a digit joined to a half of itself turned around: strokes that make no digit. */
function joinHalves({ width, height, data }: Plane<Uint8Array>, random: Random): Uint8Array {
  const isAcross = random.uniform() < 0.5;
  const cut = 11 + random.integer(7);
  const moved = random.integer(9) - 4;
  return data.map((ink, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    if ((isAcross ? x : y) < cut) return ink;
    const [fromX, fromY] = isAcross ? [x, height - 1 - y + moved] : [width - 1 - x + moved, y];
    const isInside = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
    return isInside ? data[fromY * width + fromX] : 0;
  });
}

const losses = [drawGrains, drawBars, joinHalves] as const;

/**
 * Damages some digits and replaces others by what is no digit, all under the digit's own label: where the
 * picture does not tell the label any more, the network learns that it cannot know (outlier exposure,
 * Hendrycks et al., arXiv 1812.04606, with labels in place of a uniform target).
 *
 * @param digit ink in 0..255
 * @returns ink in 0..255; [height, width], the same where chance leaves it alone
 */
export function varyDamage(
  digit: Plane<Uint8Array>,
  { damagedShare, lostShare }: DamageOptions,
  random: Random,
): Uint8Array {
  const chance = random.uniform();
  if (chance < lostShare) return losses[random.integer(losses.length)](digit, random);
  return chance < lostShare + damagedShare ? damage(digit, random) : digit.data;
}
