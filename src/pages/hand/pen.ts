import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, pick, pickWeighted } from '../../numbers/chance';
import { mapStroke, type Stroke } from '../../strokes/stroke';
import { inkColours, pens, type InkColour, type PenKind } from './pens';

/** What a sheet asks of the pen that writes on it. */
export type Ground = 'paper' | 'blackboard' | 'whiteboard' | 'screen';

/** One pen in one hand; what the numbers mean is said in `PenKind`. */
export interface Pen {
  /** The line's width compared with a digit's height. */
  readonly width: number;
  /** Red, green and blue: what is left of the paper's light, or, of opaque inks, their colour. */
  readonly colour: readonly [number, number, number];
  readonly isOpaque: boolean;
  readonly opacity: number;
  readonly pressure: number;
  readonly unevenness: number;
  readonly taper: number;
  readonly grain: number;
  readonly streaks: number;
  readonly rim: number;
  readonly flow: number;
  /** How much of the line is left out, 0..1. */
  readonly gaps: number;
  /** How often strokes are gone over again. */
  readonly repeats: number;
  /** Over how many pixels the line's border goes from ink to paper. */
  readonly softness: number;
}

/** Takes a pen that writes on a ground. */
export function drawPen(random: Random, ground: Ground, isDark: boolean): Pen {
  const weights = Object.fromEntries(
    Object.entries(pens).map(([name, { weights: on }]) => [name, on[ground] ?? 0]),
  );
  const kind: PenKind = pens[pickWeighted(random, weights)];
  const shade = between(random, [0.85, 1.15]);
  const vary = (channel: number): number =>
    Math.min(0.97, Math.max(0.02, channel * shade + 0.03 * random.normal()));
  const colours: readonly InkColour[] = isDark ? ['white', 'white', 'yellow'] : kind.colours;
  const [red, green, blue] = inkColours[pick(random, colours)];
  return {
    width: factorBetween(random, kind.width),
    colour: ground === 'screen' ? [red, green, blue] : [vary(red), vary(green), vary(blue)],
    isOpaque: isDark,
    opacity: between(random, kind.opacity),
    pressure: between(random, kind.pressure),
    unevenness: between(random, kind.unevenness),
    taper: between(random, kind.taper),
    grain: between(random, kind.grain),
    streaks: between(random, kind.streaks),
    rim: between(random, kind.rim),
    flow: between(random, kind.flow),
    gaps: happens(random, kind.brokenShare) ? between(random, [0.03, 0.2]) : 0,
    repeats: happens(random, kind.repeatedShare) ? 1 + random.integer(3) : 0,
    softness: between(random, [0.9, 1.5]),
  };
}

/** A machine's line: even, thin, of one colour. */
export function printingPen(
  width: number,
  colour: Pen['colour'],
  opacity: number,
  isOpaque = false,
): Pen {
  return {
    width,
    colour,
    isOpaque,
    opacity,
    pressure: 0,
    unevenness: 0,
    taper: 0,
    grain: 0,
    streaks: 0,
    rim: 0,
    flow: 0,
    gaps: 0,
    repeats: 0,
    softness: 1,
  };
}

/**
 * Gives strokes the width that a pen draws.
 *
 * @param strokes in units of the sheet, widths compared with the usual
 * @param size the height of digits in units of the sheet
 * @returns the strokes, and those gone over again, with widths in units of the sheet
 */
export function widenStrokes(
  strokes: readonly Stroke[],
  pen: Pen,
  size: number,
  random: Random,
): Stroke[] {
  const widened = strokes.map((stroke) => widenStroke(stroke, pen, size, random));
  for (let repeat = 0; repeat < pen.repeats; repeat++) {
    const [shiftX, shiftY] = [0.035 * size * random.normal(), 0.035 * size * random.normal()];
    const stretch = 1 + 0.02 * random.normal();
    widened.push(
      ...strokes.map((stroke) =>
        widenStroke(
          mapStroke(stroke, (x, y) => [x + shiftX, y * stretch + shiftY]),
          pen,
          size,
          random,
        ),
      ),
    );
  }
  return widened;
}

function widenStroke(stroke: Stroke, pen: Pen, size: number, random: Random): Stroke {
  const widened = stroke.slice();
  const [phase, secondPhase] = [6.3 * random.uniform(), 6.3 * random.uniform()];
  const end = stroke.length - 3;
  // How long the pen takes to reach its full width, in points of the stroke.
  const reach = between(random, [1.5, 5]);
  for (let at = 0; at <= end; at += 3) {
    const step = at / 3;
    const wave = 0.6 * Math.sin(0.45 * step + phase) + 0.4 * Math.sin(1.3 * step + secondPhase);
    const taper = pen.taper * (0.6 * Math.exp(-step / reach) + Math.exp((step - end / 3) / reach));
    const pressed = Math.max(0.35, 1 + pen.pressure * (stroke[at + 2] - 1));
    widened[at + 2] =
      size * pen.width * pressed * (1 + pen.unevenness * wave) * Math.max(0.3, 1 - taper);
  }
  return widened;
}
