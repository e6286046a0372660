import { describe, expect, it } from 'vitest';
import { loadPageFonts } from '../../../src/pages/text/pageFonts';
import { createDigitPool } from '../../../src/pages/hand/digitPool';
import type { Font } from '../../../src/pages/text/font';
import { drawHand, writeWord } from '../../../src/pages/hand/hand';
import { printingPen } from '../../../src/pages/hand/pen';
import { printLine } from '../../../src/pages/sheet/printLine';
import { rasterizeShape } from '../../../src/strokes/rasterizeShape';
import { createStrokeRaster } from '../../../src/strokes/rasterizeStroke';
import { evenStroke, extentOf, type Stroke } from '../../../src/strokes/stroke';
import { randomSign, randomWords } from '../../../src/pages/text/texts';
import { people, words } from '../../../src/pages/text/wordLists';
import { writeLine } from '../../../src/pages/hand/writeLine';
import { createRandom } from '../../../src/numbers/random';

/** How much of every pixel of a small picture a shape covers, to a hundredth. */
function coverage(width: number, height: number, contours: readonly number[][]): number[] {
  const raster = createStrokeRaster(width, height);
  raster.inside.fill(-0.5);
  rasterizeShape(
    raster,
    contours.map((points) => evenStroke(points, 0)),
  );
  return Array.from(raster.inside, (value) => Math.round(100 * (value + 0.5)) / 100);
}

describe('a filled shape', () => {
  it('covers pixels by the area that lies in it', () => {
    const square = [1.5, 0.5, 3, 0.5, 3, 2, 1.5, 2];
    expect(coverage(4, 3, [square])).toEqual([0, 0.25, 0.5, 0, 0, 0.5, 1, 0, 0, 0, 0, 0]);
  });

  it('does so along slanting lines, whichever way round they run', () => {
    const triangle = [0, 0, 4, 2, 0, 2];
    const back = [0, 2, 4, 2, 0, 0];
    const covered = [0.75, 0.25, 0, 0, 1, 1, 0.75, 0.25];
    expect(coverage(4, 2, [triangle])).toEqual(covered);
    expect(coverage(4, 2, [back])).toEqual(covered);
  });

  it('leaves holes free', () => {
    const outer = [0, 0, 3, 0, 3, 3, 0, 3];
    const hole = [1, 1, 1, 2, 2, 2, 2, 1];
    expect(coverage(3, 3, [outer, hole])).toEqual([1, 1, 1, 1, 0, 1, 1, 1, 1]);
  });

  it('is cut off at the borders of the picture', () => {
    expect(coverage(2, 2, [[-5, -5, 1.5, -5, 1.5, 9, -5, 9]])).toEqual([1, 0.5, 1, 0.5]);
    // Half a diamond around the upper left corner.
    expect(coverage(2, 2, [[-2, 0, 0, -2, 2, 0, 0, 2]])).toEqual([1, 0.5, 0.5, 0]);
  });
});

const fonts = loadPageFonts();
const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('the fonts of pages', () => {
  it('have capitals that are 1 high and stand on the base line', () => {
    for (const { name, outlineOf } of [...fonts.handwriting, ...fonts.print]) {
      const { contours, advance } = outlineOf('H')!;
      const { top, bottom } = extentOf(contours);
      expect(bottom - top, name).toBeCloseTo(1, 1);
      // Some hands jump up and down.
      expect(Math.abs(bottom), name).toBeLessThan(0.4);
      expect(advance, name).toBeGreaterThan(0.3);
    }
  });

  it('have all letters of the words of their alphabets', () => {
    for (const { name, alphabets, outlineOf } of fonts.handwriting) {
      for (const alphabet of alphabets) {
        // Accents may be missing.
        const letters = alphabet === 'latin' ? latin : new Set(words[alphabet].join(''));
        const missing = Array.from(letters).filter((letter) => outlineOf(letter) === undefined);
        expect(missing, `${name}, ${alphabet}`).toEqual([]);
      }
    }
  });
});

describe('words', () => {
  it('have a letter that nobody takes for a digit, in small letters and capitals', () => {
    for (const word of [...words.latin, ...people]) {
      expect(word).toMatch(/[^lIOoSsZzBbgqij]/);
      expect(word.toUpperCase()).toMatch(/[^IOSZBGQJ]/);
    }
  });

  it('that stand alone as a letter are none that looks like a digit', () => {
    const random = createRandom(1);
    const signs = new Set(Array.from({ length: 2000 }, () => randomSign(random)));
    expect(signs.size).toBeGreaterThan(40);
    for (const lookalike of 'lIOoSsZzBbgqijDGQ') expect(signs).not.toContain(lookalike);
  });

  it('have no digits in them', () => {
    const random = createRandom(2);
    for (let trial = 0; trial < 200; trial++) {
      expect(randomWords(random, 3, trial % 2 ? 'latin' : 'greek')).not.toMatch(/\d/);
    }
  });
});

/** A font of bars as wide as 0.2 whose letters are 0.5 apart. */
const bars: Font = {
  name: 'bars',
  alphabets: ['latin'],
  isJoined: false,
  outlineOf: (letter) =>
    /[a-z\d]/.test(letter)
      ? { contours: [evenStroke([0, 0, 0.2, 0, 0.2, -1, 0, -1], 0)], advance: 0.5 }
      : undefined,
};
const none = new Uint8Array(0);
const noDigits = { count: 0, width: 28, height: 28, images: none, labels: none };
const pool = createDigitPool(noDigits, { handwriting: [bars], print: [bars] });
const pen = printingPen(0.1, [0, 0, 0], 1);
const seen = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };

/** From which to which x each stroke reaches. */
const reaches = (strokes: readonly Stroke[]): [number, number][] =>
  strokes.map((stroke) => {
    const { left, right } = extentOf([stroke]);
    return [left, right];
  });

describe('handwriting', () => {
  it('puts letter after letter, without those that the font lacks', () => {
    const hand = drawHand(createRandom(3), pool);
    const strokes = writeWord(hand, 'ab?c', 20, createRandom(4));
    expect(strokes).toHaveLength(3);
    const lefts = reaches(strokes).map(([left]) => left);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    const { top, bottom } = extentOf(strokes);
    expect(bottom - top).toBeGreaterThan(8);
    expect(bottom - top).toBeLessThan(40);
  });

  it('tells digits from the words beside them', () => {
    const writer = { hand: drawHand(createRandom(3), pool), pen, seen };
    const line = { text: 'ab 12c 3', x: 0, y: 0, size: 20, row: 4 };
    const marks = writeLine(writer, line, 0, createRandom(5));
    expect(marks.map(({ digit }) => digit)).toEqual([
      undefined,
      { digit: 1, line: 4, order: 0 },
      { digit: 2, line: 4, order: 1 },
      undefined,
      { digit: 3, line: 4, order: 2 },
    ]);
    const lefts = marks.map(({ strokes }) => extentOf(strokes).left);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  });

  it('needs fonts', () => {
    expect(() => createDigitPool(noDigits, { handwriting: [], print: [bars] })).toThrow(
      /expected fonts for handwriting and for print, found 0 and 1; load them/,
    );
  });
});

describe('print', () => {
  const printer = { typeface: bars, aspect: 1, slant: 0, tracking: 0, pen };

  it('is exact', () => {
    const line = { text: 'ab c', x: 10, y: 50, size: 20, row: undefined };
    const printed = printLine(printer, line);
    expect(printed).toHaveLength(2);
    expect(reaches(printed[0].strokes)).toEqual([
      [10, 14],
      [20, 24],
    ]);
    expect(extentOf(printed[0].strokes)).toMatchObject({ top: 30, bottom: 50 });
    expect(printed[0].isFilled).toBe(true);
  });

  it('is set smaller where there is little room', () => {
    const line = { text: 'ab', x: 0, y: 0, size: 20, room: 10, row: undefined };
    const { left, right, top } = extentOf(printLine(printer, line)[0].strokes);
    expect([left, right, top].map((value) => Math.round(10 * value) / 10)).toEqual([0, 7, -10]);
  });
});
