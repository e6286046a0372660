import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, pick, pickWeighted } from '../../numbers/chance';
import type { Canvas } from '../canvas/canvas';
import type { Ground } from '../hand/pen';
import type { Extent } from '../../strokes/stroke';
import { cloudTile, creaseTile, grainTile } from '../canvas/tile';
import { desks, surfaces } from './traits';
import type { View } from '../camera/view';

type Colour = readonly [red: number, green: number, blue: number];

/** The name of a surface. */
export type SurfaceName = keyof typeof surfaces.weights;

/** Lines or dots printed on a whole sheet. */
interface Rules {
  readonly kind: 'ruled' | 'dottedRules' | 'squared' | 'dotGrid';
  readonly distance: number;
  readonly halfWidth: number;
  readonly strength: number;
  readonly colour: Colour;
  /** Where a margin line runs, undefined for none. */
  readonly margin: number | undefined;
}

/** A fold: a line over the sheet and how much lighter or darker it is beside it. */
interface Fold {
  readonly cos: number;
  readonly sin: number;
  readonly offset: number;
  readonly strength: number;
  readonly reach: number;
}

/** What is written on. */
export interface Surface {
  readonly name: SurfaceName;
  readonly ground: Ground;
  readonly isDark: boolean;
  readonly colour: Colour;
  readonly grain: number;
  readonly grainSize: number;
  readonly mottle: number;
  readonly crumple: number;
  /** The size of its folds and the direction they run in, as steps in the noise for one unit of the sheet. */
  readonly crumpleStep: readonly [x: number, y: number];
  readonly folds: readonly Fold[];
  readonly rules: Rules | undefined;
  readonly hasStripes: boolean;
  /** Where in the noise it lies. */
  readonly seed: number;
}

/** Takes a surface to write on. @param size the height of digits, which rules fit */
export function drawSurface(random: Random, size: number): Surface {
  const name = pickWeighted(random, surfaces.weights);
  const colours: Readonly<Record<string, readonly Colour[]>> = surfaces.colours;
  const base = pick(random, colours[name] ?? surfaces.colours.plain);
  const isScreen = name === 'screen';
  const isBoard = name === 'blackboard' || name === 'whiteboard';
  const isInverse = isScreen && happens(random, surfaces.darkScreenShare);
  const vary = (channel: number): number =>
    isScreen ? (isInverse ? 0 : 1) : Math.min(1, channel + 0.02 * random.normal());
  const isFlat = isScreen || isBoard;
  const isCrumpled = !isFlat && happens(random, surfaces.crumpledShare);
  const crumpleStep = 30 / size / factorBetween(random, surfaces.crumpleSize);
  const crumpleAngle = 2 * Math.PI * random.uniform();
  return {
    name,
    ground: isFlat ? name : 'paper',
    isDark: name === 'blackboard' || isInverse,
    colour: [vary(base[0]), vary(base[1]), vary(base[2])],
    grain: isScreen
      ? 0
      : happens(random, surfaces.roughShare)
        ? factorBetween(random, surfaces.rough)
        : factorBetween(random, surfaces.grain),
    grainSize: factorBetween(random, surfaces.grainSize),
    mottle: isScreen ? 0 : factorBetween(random, surfaces.mottle) * (name === 'blackboard' ? 6 : 1),
    crumple: isCrumpled ? between(random, surfaces.crumple) : 0,
    crumpleStep: [crumpleStep * Math.cos(crumpleAngle), crumpleStep * Math.sin(crumpleAngle)],
    folds: !isFlat && happens(random, surfaces.foldShare) ? drawFolds(random, size) : [],
    rules: drawRules(random, name, size),
    hasStripes: name === 'envelope' && happens(random, 0.6),
    seed: 256 * random.uniform(),
  };
}

function drawFolds(random: Random, size: number): Fold[] {
  const angle = random.uniform() * Math.PI;
  return Array.from({ length: 1 + random.integer(3) }, () => {
    const turned = angle + (happens(random, 0.5) ? 0 : Math.PI / 2) + 0.1 * random.normal();
    return {
      cos: Math.cos(turned),
      sin: Math.sin(turned),
      offset: 6 * size * random.normal(),
      strength: between(random, surfaces.fold),
      reach: factorBetween(random, [2, 40]),
    };
  });
}

function drawRules(random: Random, name: SurfaceName, size: number): Rules | undefined {
  if (name !== 'ruled' && name !== 'dottedRules' && name !== 'squared' && name !== 'dotGrid') {
    return undefined;
  }
  const isLined = name === 'ruled' || name === 'dottedRules';
  return {
    kind: name,
    distance: size * factorBetween(random, isLined ? surfaces.ruleDistance : surfaces.squareSize),
    halfWidth: (name === 'dotGrid' ? 1.4 : 0.5) * factorBetween(random, surfaces.ruleWidth),
    strength: between(random, surfaces.ruleStrength),
    colour: pick(random, surfaces.ruleColours),
    margin: happens(random, surfaces.marginLineShare) ? 5 * size * random.normal() : undefined,
  };
}

/** What lies under a sheet. */
export interface Desk {
  readonly name: keyof typeof desks.weights;
  readonly colour: Colour;
  readonly seed: number;
  /** How dark the sheet's shadow is, how far it reaches. */
  readonly shadow: number;
  readonly reach: number;
}

/** Takes a desk to lay sheets on. */
export function drawDesk(random: Random): Desk {
  const name = pickWeighted(random, desks.weights);
  const colours: Record<Desk['name'], Colour> = {
    wood: pick(random, [
      [0.62, 0.43, 0.27],
      [0.75, 0.58, 0.4],
      [0.38, 0.25, 0.16],
    ]),
    dark: [0.12, 0.12, 0.13],
    cloth: pick(random, [
      [0.3, 0.36, 0.5],
      [0.6, 0.25, 0.25],
      [0.5, 0.5, 0.48],
    ]),
    light: pick(random, [
      [0.85, 0.83, 0.8],
      [0.75, 0.76, 0.78],
    ]),
    clutter: [0.4, 0.4, 0.42],
  };
  return {
    name,
    colour: colours[name],
    seed: 256 * random.uniform(),
    shadow: between(random, desks.shadow),
    reach: factorBetween(random, desks.shadowReach),
  };
}

/**
 * Paints a sheet on a desk as it lies in a view.
 *
 * @param canvas what is painted on; where the desk is cluttered, with that clutter on it
 * @param sheet where the sheet lies; what is beyond is desk
 */
export function paintSurface(
  canvas: Canvas,
  view: View,
  surface: Surface,
  sheet: Extent,
  desk: Desk,
): void {
  const { width, height, red, green, blue } = canvas;
  const { toSheet } = view;
  const { colour, grain, grainSize, mottle, crumple, crumpleStep, folds, rules, seed } = surface;
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const third = 1 / (toSheet[6] * (column + 0.5) + toSheet[7] * (row + 0.5) + toSheet[8]);
      const x = (toSheet[0] * (column + 0.5) + toSheet[1] * (row + 0.5) + toSheet[2]) * third;
      const y = (toSheet[3] * (column + 0.5) + toSheet[4] * (row + 0.5) + toSheet[5]) * third;
      const inside =
        Math.min(x - sheet.left, sheet.right - x, y - sheet.top, sheet.bottom - y) + 0.5;
      const part = inside > 1 ? 1 : inside < 0 ? 0 : inside;
      let r = 0;
      let g = 0;
      let b = 0;
      if (part > 0) {
        let light = 1;
        if (grain > 0) light += grain * grainTile.at(x / grainSize + seed, y / grainSize);
        if (mottle > 0) light += mottle * cloudTile.at(x * 0.15 + seed, y * 0.15);
        if (crumple > 0)
          light +=
            crumple *
            creaseTile.at(
              x * crumpleStep[0] - y * crumpleStep[1],
              x * crumpleStep[1] + y * crumpleStep[0] + seed,
            );
        for (const fold of folds) {
          const beside = x * fold.cos + y * fold.sin - fold.offset;
          const near = Math.exp(-Math.abs(beside) / fold.reach);
          light *= 1 + fold.strength * near * (beside > 0 ? 0.6 : -1);
        }
        r = colour[0] * light;
        g = colour[1] * light;
        b = colour[2] * light;
        if (rules !== undefined) {
          const line = rules.strength * ruleAt(rules, x, y);
          r *= 1 - line * (1 - rules.colour[0]);
          g *= 1 - line * (1 - rules.colour[1]);
          b *= 1 - line * (1 - rules.colour[2]);
          if (rules.margin !== undefined) {
            const margin =
              rules.strength *
              Math.max(0, Math.min(1, rules.halfWidth + 0.5 - Math.abs(x - rules.margin)));
            g *= 1 - 0.7 * margin;
            b *= 1 - 0.6 * margin;
          }
        }
        if (surface.hasStripes && inside < 18) {
          const stripe = Math.floor(((((x + y) / 60) % 1) + 1) * 4) % 4;
          if (stripe === 0) [r, g, b] = [0.75 * light, 0.25 * light, 0.25 * light];
          if (stripe === 2) [r, g, b] = [0.2 * light, 0.3 * light, 0.6 * light];
        }
      }
      if (part < 1) {
        const light =
          deskLight(desk, x, y) * (1 - desk.shadow * Math.exp(Math.min(0, inside) / desk.reach));
        const isPainted = desk.name === 'clutter';
        r = r * part + (1 - part) * light * (isPainted ? red[at] : desk.colour[0]);
        g = g * part + (1 - part) * light * (isPainted ? green[at] : desk.colour[1]);
        b = b * part + (1 - part) * light * (isPainted ? blue[at] : desk.colour[2]);
      }
      red[at] = r;
      green[at] = g;
      blue[at] = b;
    }
  }
}

/** How much of a rule a point of the sheet lies on, 0..1. */
function ruleAt({ kind, distance, halfWidth }: Rules, x: number, y: number): number {
  const toRow = Math.abs(y - distance * Math.round(y / distance));
  const toColumn = Math.abs(x - distance * Math.round(x / distance));
  switch (kind) {
    case 'ruled':
      return Math.max(0, Math.min(1, halfWidth + 0.5 - toRow));
    case 'dottedRules':
      return (x & 3) < 2 ? Math.max(0, Math.min(1, halfWidth + 0.5 - toRow)) : 0;
    case 'squared':
      return Math.max(0, Math.min(1, halfWidth + 0.5 - Math.min(toRow, toColumn)));
    case 'dotGrid':
      return Math.max(0, Math.min(1, halfWidth + 0.5 - Math.hypot(toRow, toColumn)));
  }
}

function deskLight({ name, seed }: Desk, x: number, y: number): number {
  switch (name) {
    case 'wood':
      return (
        1 + 0.13 * cloudTile.at(x * 0.04 + seed, y * 0.7) + 0.06 * grainTile.at(x * 0.05, y + seed)
      );
    case 'cloth':
      return 1 + 0.12 * Math.sin(1.6 * x) * Math.sin(1.6 * y) + 0.08 * grainTile.at(x + seed, y);
    case 'clutter':
      return 1;
    default:
      return 1 + 0.05 * cloudTile.at(x * 0.3 + seed, y * 0.3) + 0.03 * grainTile.at(x, y + seed);
  }
}
