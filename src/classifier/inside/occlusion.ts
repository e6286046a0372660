import type { ClassifyDigits } from '../classify';

const SIDE = 28;
const PIXELS = SIDE * SIDE;

/** Where on a digit a network looks. */
export interface OcclusionMap {
  /** How much less probable the digit is where a patch of paper lies around a pixel; -1..1, [28, 28]. */
  readonly losses: Float32Array;
  /** How probable the digit is where nothing is covered; 0..1. */
  readonly probability: number;
}

/**
 * Finds where on a digit a network looks: it covers one place after another with paper, and sees how much less
 * probable the network thinks the digit (Zeiler and Fergus, arXiv 1311.2901).
 *
 * @param image ink in 0..255; [28, 28]
 * @param digit the answer that is to be explained, 0 to 9
 * @param patch pixels along each side of what is covered; odd
 * @default patch 7
 */
export async function occlusionMap(
  classify: ClassifyDigits,
  image: Uint8Array,
  digit: number,
  patch = 7,
): Promise<OcclusionMap> {
  const reach = (patch - 1) / 2;
  // The last image is the digit with nothing covered.
  const images = new Uint8Array((PIXELS + 1) * PIXELS);
  for (let place = 0; place <= PIXELS; place++) {
    const covered = images.subarray(place * PIXELS, (place + 1) * PIXELS);
    covered.set(image);
    if (place === PIXELS) break;
    const [y, x] = [Math.floor(place / SIDE), place % SIDE];
    const [left, right] = [Math.max(0, x - reach), Math.min(SIDE, x + reach + 1)];
    for (let row = Math.max(0, y - reach); row < Math.min(SIDE, y + reach + 1); row++) {
      covered.fill(0, row * SIDE + left, row * SIDE + right);
    }
  }
  const probabilities = await classify(images, PIXELS + 1);
  const probability = probabilities[PIXELS * 10 + digit];
  const losses = Float32Array.from(
    { length: PIXELS },
    (_, place) => probability - probabilities[place * 10 + digit],
  );
  return { losses, probability };
}
