import type { Random } from '../../numbers/random';
import {
  between,
  factorBetween,
  happens,
  pick,
  pickWeighted,
  wholeBetween,
  type Range,
} from '../../numbers/chance';
import type { DigitPool } from './digitPool';
import { bendStrokes } from '../../strokes/bendStrokes';
import { barSeven, flagOne, footOne, slashZero } from '../../strokes/digitVariants';
import { digitForms, signForms } from '../../strokes/drawnForms';
import { extentOf, mapStroke, smoothCurve, type Stroke } from '../../strokes/stroke';
import { createPenFont, writesWords, type PenWriter } from './penWriters';
import { hands } from './traits';
import type { WrittenFont } from './writtenFont';

/** How one person writes on one page. */
export interface Hand {
  readonly slant: number;
  readonly aspect: number;
  readonly bend: number;
  readonly gap: Range;
  readonly gapJitter: number;
  readonly sizeJitter: number;
  readonly angleJitter: number;
  readonly lineJitter: number;
  readonly aspectJitter: number;
  /** How far lines wave, compared with the digits' height. */
  readonly wave: number;
  /** Rise of the lines: y for x, downwards. */
  readonly slope: number;
  /** The form of the letters. */
  readonly font: WrittenFont;
  /** The height of capitals compared with digits. */
  readonly letterSize: number;
  /** The width of letters compared with the font's. */
  readonly letterAspect: number;
  /** How much further apart than in the font letters stand, compared with capitals. */
  readonly letterGap: number;
  /** How wide the gaps between words are, compared with capitals. */
  readonly wordGap: number;
  /** One of the ways this hand has for a digit, around the origin. */
  readonly patternOf: (digit: number, random: Random) => readonly Stroke[];
  /** One of the ways this hand has for a sign, on y = 0; none for what is not known. */
  readonly signOf: (sign: string, random: Random) => readonly Stroke[];
}

/** The mean slant of MNIST's digits of each class, as `slantOf` measures it. */
const usualSlant = [0.12, 0.33, 0.22, 0.14, 0.19, 0.35, 0.08, 0.37, 0.22, 0.27];

/** How far strokes lean to the right: x for y, upwards; of what lies around the origin. */
function slantOf(strokes: readonly Stroke[]): number {
  let [mixed, square] = [0, 1e-6];
  for (const stroke of strokes) {
    for (let at = 0; at < stroke.length; at += 3) {
      mixed -= stroke[at] * stroke[at + 1];
      square += stroke[at + 1] ** 2;
    }
  }
  return mixed / square;
}

/**
 * Someone's hand, who writes digits as those of a pool are written.
 *
 * @param recordedShare how often it is a hand whose pen was recorded, where there are some; 0..1
 */
export function drawHand(
  random: Random,
  pool: DigitPool,
  recordedShare: number = hands.recordedShare,
): Hand {
  const writer = drawWriter(random, pool, recordedShare);
  const slant = hands.slant[0] + hands.slant[1] * random.normal();
  const habits = {
    bars: happens(random, hands.barredSevenShare),
    flags: happens(random, hands.flaggedOneShare),
    feet: happens(random, hands.footedOneShare),
    slashes: happens(random, hands.slashedZeroShare),
  };
  const adorn = (digit: number, strokes: readonly Stroke[]): readonly Stroke[] => {
    if (digit === 7 && habits.bars) return barSeven(strokes, random);
    if (digit === 0 && habits.slashes) return slashZero(strokes, random);
    if (digit !== 1) return strokes;
    const flagged = habits.flags ? flagOne(strokes, random) : strokes;
    return habits.feet ? footOne(flagged, random) : flagged;
  };
  const newPattern = (digit: number): readonly Stroke[] => {
    const recorded = writer?.digits[digit] ?? [];
    const isKnown = recorded.length > 0 || pool.ofClass[digit].length > 0;
    if (!isKnown || happens(random, hands.rareFormShare)) {
      return leaned(centred(pick(random, digitForms[digit])), slant);
    }
    if (recorded.length > 0) return pick(random, recorded)();
    for (let trial = 0; trial < 20; trial++) {
      const strokes = pool.strokesOf(pick(random, pool.ofClass[digit]));
      if (strokes.length === 0) continue;
      const own = (slantOf(strokes) - usualSlant[digit]) * (1 - hands.ownSlant);
      return leaned(adorn(digit, strokes), slant - hands.slant[0] - own);
    }
    return leaned(centred(pick(random, digitForms[digit])), slant);
  };
  const count = happens(random, hands.anyPatternShare)
    ? Infinity
    : wholeBetween(random, hands.patterns);
  const known = Array.from({ length: 10 }, (): (readonly Stroke[])[] => []);
  return {
    slant,
    aspect: factorBetween(random, hands.aspect),
    bend: between(random, hands.bend),
    gap: hands.gaps[pickWeighted(random, hands.gapWeights)],
    gapJitter: between(random, hands.gapJitter),
    sizeJitter: between(random, hands.sizeJitter),
    angleJitter: between(random, hands.angleJitter),
    lineJitter: between(random, hands.lineJitter),
    aspectJitter: between(random, hands.aspectJitter),
    wave: between(random, hands.wave) ** 2 / hands.wave[1],
    slope: happens(random, hands.slopedShare)
      ? Math.tan((hands.slope * random.normal() * Math.PI) / 180)
      : 0,
    ...drawLetters(random, pool, writer),
    signOf: (sign, chance) => {
      const ways = writer?.others.get(sign) ?? [];
      return ways.length > 0 ? pick(chance, ways)() : (signForms.get(sign) ?? []);
    },
    patternOf: (digit, chance) => {
      const patterns = known[digit];
      if (patterns.length < count) {
        const pattern = newPattern(digit);
        if (patterns.length < 12) patterns.push(pattern);
        return pattern;
      }
      return pick(chance, patterns);
    },
  };
}

type Letters = Pick<Hand, 'font' | 'letterSize' | 'letterAspect' | 'letterGap' | 'wordGap'>;

/** Someone whose pen was recorded, on some pages. */
function drawWriter(
  random: Random,
  { writers }: DigitPool,
  recordedShare: number = hands.recordedShare,
): PenWriter | undefined {
  return writers.length > 0 && happens(random, recordedShare) ? pick(random, writers) : undefined;
}

function drawLetters(random: Random, { fonts }: DigitPool, writer?: PenWriter): Letters {
  const isOwn = writer !== undefined && writesWords(writer);
  const font = isOwn ? createPenFont(writer, random) : pick(random, fonts);
  return {
    font,
    letterSize: factorBetween(random, hands.letterSize),
    letterAspect: factorBetween(random, hands.letterAspect),
    letterGap: font.isJoined ? 0 : between(random, hands.letterGap),
    wordGap: between(random, hands.wordGap),
  };
}

/** The same person's letters in another style, as in headings, or another person's. */
export function withOtherLetters(hand: Hand, pool: DigitPool, random: Random): Hand {
  return { ...hand, ...drawLetters(random, pool, drawWriter(random, pool)) };
}

/**
 * Writes a digit the way a hand does, each time a little otherwise.
 *
 * @param size its height
 * @returns strokes whose lowest point is y = 0 and whose middle is x = 0
 */
export function writeDigit(hand: Hand, digit: number, size: number, random: Random): Stroke[] {
  const height = size * Math.max(0.5, 1 + hand.sizeJitter * random.normal());
  const aspect = hand.aspect * Math.exp(hand.aspectJitter * random.normal());
  const angle = (hand.angleJitter * random.normal() * Math.PI) / 180;
  const bent = bendStrokes(hand.patternOf(digit, random), hand.bend, random);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = bent.map((stroke) =>
    mapStroke(stroke, (x, y) => [aspect * x * cos - y * sin, aspect * x * sin + y * cos]),
  );
  const { left, top, right, bottom } = extentOf(turned);
  const scale = height / Math.max(bottom - top, 0.75 * (right - left), 0.2);
  return turned.map((stroke) => {
    const placed = mapStroke(stroke, (x, y) => [
      (x - (left + right) / 2) * scale,
      (y - bottom) * scale,
    ]);
    // What is drawn large needs more points to be round.
    return size > 40 ? smoothCurve(placed, Math.max(2, size / 60)) : placed;
  });
}

/**
 * Writes a sign the way a hand does.
 *
 * @param size the height of digits
 * @returns strokes that stand on y = 0; none for what is not known
 */
export function writeSign(hand: Hand, sign: string, size: number, random: Random): Stroke[] {
  const height = hand.letterSize * size * Math.max(0.5, 1 + hand.sizeJitter * random.normal());
  const aspect = hand.aspect * Math.exp(2 * hand.aspectJitter * random.normal());
  const bent = bendStrokes(hand.signOf(sign, random), 0.02 + hand.bend, random);
  return bent.map((stroke) => {
    const placed = mapStroke(stroke, (x, y) => [
      (aspect * x - hand.slant * y) * height,
      y * height,
    ]);
    return smoothCurve(placed, Math.max(1.5, height / 14));
  });
}

/**
 * Writes a word the way a hand does: letters that do not run into each other a little otherwise each time, and
 * all of them bent together.
 *
 * @param word letters, and signs that the hand's font has; others are left out
 * @param size the height of digits
 * @returns strokes that stand on y = 0
 */
export function writeWord(hand: Hand, word: string, size: number, random: Random): Stroke[] {
  const { font, letterGap, sizeJitter, angleJitter, lineJitter, bend } = hand;
  const height = hand.letterSize * size * Math.max(0.6, 1 + sizeJitter * random.normal());
  const aspect = hand.letterAspect * Math.exp(hand.aspectJitter * random.normal());
  // Fonts lean by themselves.
  const slant = hand.slant - hands.slant[0];
  const strokes: Stroke[] = [];
  let x = 0;
  // Nobody joins capitals to each other.
  const text = font.isJoined && word === word.toUpperCase() ? titled(word) : word;
  for (const character of text) {
    const letter = font.letterOf(character);
    if (letter === undefined) continue;
    const free = font.isJoined ? 0 : 1;
    const scale = 1 + free * Math.max(-0.4, sizeJitter * random.normal());
    const turn = (free * angleJitter * random.normal() * Math.PI) / 180;
    const rise = (free * lineJitter * random.normal()) / 2;
    const start = x;
    for (const stroke of letter.strokes) {
      strokes.push(
        mapStroke(height < smallHeight ? everySecondPoint(stroke) : stroke, (u, v) => [
          start + scale * (u - turn * v),
          scale * (v + turn * u) + rise,
        ]),
      );
    }
    x += scale * letter.advance + letterGap;
  }
  return bendStrokes(strokes, 0.01 + bend, random).map((stroke) => {
    const placed = mapStroke(stroke, (u, v) => [(aspect * u - slant * v) * height, v * height]);
    return size > 40 ? smoothCurve(placed, Math.max(2, size / 60)) : placed;
  });
}

const titled = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase();

/** Letters lower than so many pixels are drawn through fewer points, which takes half the time. */
const smallHeight = 20;

function everySecondPoint(stroke: Stroke): Stroke {
  const count = stroke.length / 3;
  if (count < 5) return stroke;
  const kept = Math.ceil((count - 1) / 2);
  const part = new Float32Array(3 * (kept + 1));
  for (let point = 0; point < kept; point++) {
    part.set(stroke.subarray(6 * point, 6 * point + 3), 3 * point);
  }
  part.set(stroke.subarray(-3), 3 * kept);
  return part;
}

function leaned(strokes: readonly Stroke[], slant: number): Stroke[] {
  return strokes.map((stroke) => mapStroke(stroke, (x, y) => [x - slant * y, y]));
}

// The drawn forms have few points: as many are laid between as pool digits have.
function centred(strokes: readonly Stroke[]): Stroke[] {
  const { left, top, right, bottom } = extentOf(strokes);
  return strokes.map((stroke) =>
    smoothCurve(
      mapStroke(stroke, (x, y) => [x - (left + right) / 2, y - (top + bottom) / 2]),
      0.05,
    ),
  );
}
