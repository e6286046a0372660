import { between, factorBetween, happens, pick, pickWeighted } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import { drawLight, evenLight, lightCanvas } from '../../pages/camera/light';
import { drawSensor, expose } from '../../pages/camera/sensor';
import { levelView, type View } from '../../pages/camera/view';
import { createCanvas } from '../../pages/canvas/canvas';
import { drawMark } from '../../pages/drawMark';
import type { DigitPool } from '../../pages/hand/digitPool';
import { drawHand, type Hand } from '../../pages/hand/hand';
import { joinDigits, loopZeros } from '../../pages/hand/joinDigits';
import { drawPen, printingPen } from '../../pages/hand/pen';
import { hands } from '../../pages/hand/traits';
import { writeLine, type Writer } from '../../pages/hand/writeLine';
import { printGuilloche } from '../../pages/sheet/guilloche';
import type { InkMark } from '../../pages/sheet/inkMark';
import { drawPrinter, printLine, type Printer } from '../../pages/sheet/printLine';
import { drawDesk, drawSurface, paintSurface } from '../../pages/sheet/surface';
import { randomNumberLine } from '../../pages/text/numberForms';
import { printedText } from '../../pages/text/texts';
import { darkestChannel, localContrast, MAX_CONTRAST } from '../../picture/localContrast';
import { evenStroke, extentOf, type Extent } from '../../strokes/stroke';
import { OTHER } from '../../reader/line/alphabet';
import { symbolsOf } from './symbolsOf';
import { cutStrip, STRIP_STRIDE } from '../../reader/line/strip';
import { strips } from './stripTraits';

/** A line of handwriting as a line reader sees it, and what it says. */
export interface LabelledStrip {
  readonly width: number;
  /** Local contrast of -4..4 in steps of 4 / 127, ink is more than 0; [48, width]. */
  readonly contrast: Int8Array;
  /** In the symbols of the line reader. */
  readonly text: string;
}

const everywhere: Extent = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };

/**
 * Makes a strip to learn from: one line of numbers with what stands around it, as the reader of pages cuts it out.
 *
 * @param pool whose digits are written
 * @param random decides everything
 */
export function generateStrip(pool: DigitPool, random: Random): LabelledStrip {
  for (;;) {
    const strip = tryStrip(pool, random);
    if (strip.width <= strips.maxWidth && fits(strip)) return strip;
  }
}

/** Whether a strip has columns enough: one for each symbol, one more between two that are the same. */
export function fits({ width, text }: Pick<LabelledStrip, 'width' | 'text'>): boolean {
  const twice = Array.from(text).filter((symbol, at) => at > 0 && symbol === text[at - 1]).length;
  return text.length + twice <= width / STRIP_STRIDE;
}

function tryStrip(pool: DigitPool, random: Random): LabelledStrip {
  const size = factorBetween(random, strips.size);
  const surface = drawSurface(random, size);
  const pen = drawPen(random, surface.ground, surface.isDark);
  const hand = drawLineHand(random, pool);
  const writer: Writer = { hand, pen, seen: everywhere };
  const text = randomNumberLine(random, pick(random, hand.font.alphabets));
  const written = writeLine(writer, { text, x: 0, y: 0, size, row: 0 }, 0, random);
  const looped = happens(random, strips.loopedShare) ? loopZeros(written, random) : written;
  const line = happens(random, strips.joiningShare)
    ? joinDigits(looped, between(random, strips.joined), random)
    : looped;
  const ink = extentOf(line.flatMap(({ strokes }) => strokes));
  const printed = happens(random, strips.printedShare)
    ? printBefore(drawPrinter(pool.typefaces, pen, random), ink.left, size, random)
    : [];
  const isTight = happens(random, strips.tightShare);
  const shown = extentOf([...printed, ...line].flatMap(({ strokes }) => strokes));
  const margin = (): number => size * between(random, isTight ? strips.tight : strips.ends);
  const [left, right] = [shown.left - margin(), shown.right + margin()];
  const room = isTight ? margin : () => 0.9 * size;
  const frame = {
    left: isTight ? left : left - 0.3 * size,
    right: isTight ? right : right + 0.3 * size,
    top: Math.min(ink.top, isTight ? 0 : -size) - room(),
    bottom: Math.max(ink.bottom, 0) + room(),
  };
  const around = [
    ...neighbours(writer, shown, size, random),
    ...rules(line, { size, frame, ink }, random),
  ];
  const view = viewOf(frame);
  const canvas = createCanvas(view.width, view.height);
  paintSurface(canvas, view, surface, everywhere, drawDesk(random));
  if (surface.ground === 'paper' && happens(random, strips.guillocheShare)) {
    printGuilloche(canvas, size, strips.guilloche, random);
  }
  const inking = { canvas, view, grainSize: Math.max(1, surface.grainSize), random };
  for (const mark of [...around, ...printed, ...line]) drawMark(mark, inking);
  const isScreen = surface.ground === 'screen';
  const isScanned = !isScreen && happens(random, 0.4);
  lightCanvas(canvas, isScreen || isScanned ? evenLight(1) : drawLight(random));
  const sensor = drawSensor(
    random,
    isScreen ? 'none' : isScanned ? 'scanner' : 'phone',
    size,
    0.5,
    0.9,
  );
  const contrast = localContrast(
    darkestChannel(expose(canvas, sensor, random)),
    between(random, strips.floor),
  );
  const zoom = factorBetween(random, /\d/.test(text) ? strips.zoom : strips.wordZoom);
  const strip = cutStrip(
    contrast,
    {
      left: left - frame.left,
      right: right - frame.left,
      middle: -frame.top - size / 2 + strips.aside * size * random.normal(),
      slope: 0,
      digitHeight: size / zoom,
    },
    surface.isDark ? 1 : -1,
  );
  const before = printed.length > 0 ? `${Array(printed.length).fill(OTHER).join(' ')} ` : '';
  return { width: strip.width, contrast: quantized(strip.data), text: before + symbolsOf(text) };
}

/** Contrast as signed bytes in steps of 4 / 127. */
export function quantized(values: Float32Array): Int8Array {
  const steps = new Int8Array(values.length);
  for (let at = 0; at < steps.length; at++)
    steps[at] = Math.round((values[at] * 127) / MAX_CONTRAST);
  return steps;
}

/** Someone's hand on one line; digits of a number stand closer than numbers. */
function drawLineHand(random: Random, pool: DigitPool): Hand {
  const hand = drawHand(random, pool, strips.recordedShare);
  const gap = hands.gaps[pickWeighted(random, strips.gapWeights)];
  const usual = (gap[0] + gap[1]) / 2;
  const space = Math.max(
    between(random, strips.leastNumberGap),
    usual * between(random, strips.numberGap),
  );
  return {
    ...hand,
    gap: [usual, usual],
    wordGap: space / hand.letterSize,
    slope: 0.4 * hand.slope,
  };
}

/** Prints a word or two before a line. */
function printBefore(printer: Printer, right: number, size: number, random: Random): InkMark[] {
  const room = size * between(random, [1.5, 4.5]);
  return printLine(printer, {
    text: printedText(random).slice(0, 14).trim(),
    x: right - room - size * between(random, [0.4, 1.2]),
    y: 0.05 * size * random.normal(),
    size: size * factorBetween(random, [0.4, 0.9]),
    room,
    row: undefined,
  });
}

/** A picture that shows a frame of the sheet, pixel by pixel. */
const viewOf = ({ left, top, right, bottom }: Extent): View =>
  levelView(Math.max(8, Math.ceil(right - left)), Math.max(8, Math.ceil(bottom - top)), left, top);

/** Lines above and below, of which a strip shows a part. */
function neighbours(
  writer: Writer,
  { left, right }: Extent,
  size: number,
  random: Random,
): InkMark[] {
  return [-1, 1].flatMap((side) => {
    if (!happens(random, strips.neighbourShare)) return [];
    return writeLine(
      writer,
      {
        text: randomNumberLine(random, 'latin'),
        x: between(random, [left - 2 * size, right]),
        y: side * size * between(random, strips.neighbourDistance),
        size: size * between(random, [0.7, 1.2]),
        row: undefined,
      },
      0,
      random,
    );
  });
}

/** Rules that are printed or drawn around what is written. */
function rules(
  marks: readonly InkMark[],
  { size, frame, ink }: { size: number; frame: Extent; ink: Extent },
  random: Random,
): InkMark[] {
  const tone = between(random, [0.1, 0.7]);
  const pen = printingPen(1, [tone, tone, tone], between(random, [0.4, 1]));
  const width = factorBetween(random, [0.7, 2.2]);
  const lineOf = (...coordinates: number[]): InkMark => ({
    strokes: [evenStroke(coordinates, width)],
    pen,
  });
  const tilt = 0.015 * random.normal();
  const level = (y: number, left = frame.left, right = frame.right): InkMark =>
    lineOf(left, y - tilt * (right - left), right, y + tilt * (right - left));
  const upright = (x: number, top: number, bottom: number): InkMark =>
    lineOf(x - tilt * (top - bottom), top, x, bottom);
  const drawn: InkMark[] = [];
  const [above, below] = [
    ink.top - size * between(random, [0.05, 0.45]),
    ink.bottom + size * between(random, [0.05, 0.45]),
  ];
  if (happens(random, strips.underlinedShare))
    drawn.push(level(size * between(random, [0.05, 0.4])));
  if (happens(random, strips.boxedShare)) {
    const [left, right] = [ink.left - 0.3 * size, ink.right + 0.3 * size];
    drawn.push(level(above, left, right), level(below, left, right));
    drawn.push(upright(left, above, below), upright(right, above, below));
  }
  const extents = marks.map(({ strokes }) => extentOf(strokes));
  const gaps = extents.slice(1).map(({ left }, at) => [extents[at].right, left] as const);
  if (happens(random, strips.tableShare)) {
    if (happens(random, 0.7)) drawn.push(level(above), level(below));
    for (const [from, to] of gaps) {
      if (to - from > 0.4 * size) drawn.push(upright((from + to) / 2, above, below));
    }
    for (const x of [ink.left - 0.3 * size, ink.right + 0.5 * size]) {
      if (happens(random, 0.6)) drawn.push(upright(x, above, below));
    }
  } else if (happens(random, strips.combShare)) {
    if (happens(random, 0.6))
      drawn.push(level(above, ink.left - 0.2 * size, ink.right + 0.2 * size));
    drawn.push(level(below, ink.left - 0.2 * size, ink.right + 0.2 * size));
    const from = happens(random, 0.5) ? above : ink.bottom - 0.3 * size;
    for (const [a, b] of gaps) drawn.push(upright((a + b) / 2, from, below));
  }
  return drawn;
}
