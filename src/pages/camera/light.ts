import type { Random } from '../../numbers/random';
import { between, factorBetween, happens } from '../../numbers/chance';
import type { Canvas } from '../canvas/canvas';
import { cameras } from './traits';

interface Shadow {
  readonly cos: number;
  readonly sin: number;
  readonly offset: number;
  /** How strongly its border is bent: 0 is straight. */
  readonly bow: number;
  readonly strength: number;
  /** How wide its border is, the half of the picture's longer side is 1. */
  readonly edge: number;
}

/** How a picture is lit. */
export interface Light {
  /** What of white's red, green and blue arrives. */
  readonly colour: readonly [number, number, number];
  readonly gradient: readonly [x: number, y: number];
  readonly vignette: number;
  readonly shadows: readonly Shadow[];
  readonly glare: number;
  readonly glareAt: readonly [x: number, y: number];
}

/** The even light of a scanner, or of a screen. @param exposure what of white is seen, 0..1 */
export function evenLight(exposure: number): Light {
  return {
    colour: [exposure, exposure, exposure],
    gradient: [0, 0],
    vignette: 0,
    shadows: [],
    glare: 0,
    glareAt: [0, 0],
  };
}

/** The light of a room in which a photo is taken. */
export function drawLight(random: Random): Light {
  const strength = happens(random, cameras.gradientShare) ? between(random, cameras.gradient) : 0;
  // The brightest side decides the exposure.
  const exposure = between(random, cameras.exposure) / (1 + 0.6 * strength);
  const warmth = between(random, cameras.warmth);
  const tint = between(random, cameras.tint);
  const angle = 2 * Math.PI * random.uniform();
  const shadows = happens(random, cameras.shadowShare) ? 1 + random.integer(2) : 0;
  return {
    colour: [exposure * (1 + warmth), exposure * (1 + tint), exposure * (1 - 1.4 * warmth)],
    gradient: [strength * Math.cos(angle), strength * Math.sin(angle)],
    vignette: happens(random, cameras.vignetteShare) ? between(random, cameras.vignette) : 0,
    shadows: Array.from({ length: shadows }, () => {
      const direction = 2 * Math.PI * random.uniform();
      return {
        cos: Math.cos(direction),
        sin: Math.sin(direction),
        offset: between(random, [-0.7, 0.7]),
        bow: happens(random, cameras.bowedShare) ? between(random, cameras.bow) : 0,
        strength: between(random, cameras.shadow),
        edge: factorBetween(random, cameras.shadowEdge),
      };
    }),
    glare: happens(random, cameras.glareShare) ? between(random, cameras.glare) : 0,
    glareAt: [between(random, [-1, 1]), between(random, [-1, 1])],
  };
}

/**
 * How strong the light is at a place of the picture, 1 where nothing weakens or strengthens it.
 *
 * @param x from the middle of the picture, the half of its longer side is 1
 */
function strengthAt(light: Light, x: number, y: number): number {
  const [gradientX, gradientY] = light.gradient;
  let strength = (1 + gradientX * x + gradientY * y) * (1 - 0.5 * light.vignette * (x * x + y * y));
  for (const { cos, sin, offset, bow, strength: dark, edge } of light.shadows) {
    const along = y * cos - x * sin;
    const beyond = (x * cos + y * sin - offset - bow * along * along) / edge + 0.5;
    if (beyond > 0) strength *= 1 - dark * (beyond < 1 ? beyond * beyond * (3 - 2 * beyond) : 1);
  }
  if (light.glare > 0) {
    const far = (x - light.glareAt[0]) ** 2 + (y - light.glareAt[1]) ** 2;
    strength *= 1 + light.glare * Math.exp(-3 * far);
  }
  return strength;
}

/** How bright white is at a pixel of a picture, 0..1 and more where the picture is overexposed. */
export function brightnessAt(
  light: Light,
  { width, height }: { readonly width: number; readonly height: number },
  column: number,
  row: number,
): number {
  const half = Math.max(width, height) / 2;
  const [red, green, blue] = light.colour;
  const strength = strengthAt(light, (column - width / 2) / half, (row - height / 2) / half);
  return strength * (0.3 * red + 0.59 * green + 0.11 * blue);
}

/** Lights a canvas: what lies on it takes of the light's colours what its own leave. */
export function lightCanvas({ width, height, red, green, blue }: Canvas, light: Light): void {
  const half = Math.max(width, height) / 2;
  const [lightRed, lightGreen, lightBlue] = light.colour;
  for (let row = 0, at = 0; row < height; row++) {
    const y = (row + 0.5 - height / 2) / half;
    for (let column = 0; column < width; column++, at++) {
      const strength = strengthAt(light, (column + 0.5 - width / 2) / half, y);
      red[at] *= lightRed * strength;
      green[at] *= lightGreen * strength;
      blue[at] *= lightBlue * strength;
    }
  }
}
