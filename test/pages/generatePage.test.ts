import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMnist } from '../../src/digits/mnist';
import { loadPageFonts } from '../../src/pages/text/pageFonts';
import { createDigitPool, type DigitPool } from '../../src/pages/hand/digitPool';
import { generateCrop, type LabelledCrop } from '../../src/learning/detector/generateCrop';
import { linesOf } from '../../src/pages/labels/truth';
import { generatePage } from '../../src/pages/generatePage';
import type { LabelledPage } from '../../src/pages/labelledPage';
import { makePicture } from '../../src/pages/generatePicture';
import { framings, quarterTurnShare } from '../../src/pages/traits';
import { surfaces } from '../../src/pages/sheet/traits';
import { cropContents } from '../../src/learning/detector/cropTraits';
import type { Box } from '../../src/picture/box';
import type { Picture } from '../../src/picture/picture';
import { createRandom } from '../../src/numbers/random';
import { splitTraining } from '../../src/digits/split';

let pool: DigitPool;
let crops: LabelledCrop[];
let pages: LabelledPage[];

beforeAll(async () => {
  pool = createDigitPool(splitTraining((await loadMnist()).train).training, loadPageFonts());
  const random = createRandom(7);
  crops = Array.from({ length: 400 }, () => generateCrop(pool, random, 96));
  pages = Array.from({ length: 8 }, () => generatePage(pool, random));
});

const brightness = ({ data }: Picture, at: number): number =>
  0.3 * data[4 * at] + 0.59 * data[4 * at + 1] + 0.11 * data[4 * at + 2];

/** The box around all pixels that differ from the first one by half of the most that any does. */
function inkBox(picture: Picture): Box {
  const { width, height } = picture;
  const paper = brightness(picture, 0);
  const differences = Array.from({ length: width * height }, (_, at) =>
    Math.abs(brightness(picture, at) - paper),
  );
  const border = differences.reduce((a, b) => Math.max(a, b)) / 2;
  const inked = [...differences.keys()].filter((at) => differences[at] > border);
  const columns = inked.map((at) => at % width);
  const rows = inked.map((at) => Math.floor(at / width));
  const [x0, y0] = [Math.min(...columns), Math.min(...rows)];
  return { x0, y0, x1: Math.max(...columns) + 1, y1: Math.max(...rows) + 1 };
}

/** A page's pixels in short: comparing them one by one takes half a minute. */
function fingerprint({ picture: { width, height, data } }: { picture: Picture }): string {
  return `${width} x ${height}: ${createHash('sha256').update(data).digest('hex')}`;
}

describe('a generated page', () => {
  it('is decided by the seed', () => {
    const first = generatePage(pool, createRandom(3));
    const again = generatePage(pool, createRandom(3));
    const other = generatePage(pool, createRandom(4));
    expect(fingerprint(again)).toBe(fingerprint(first));
    expect(again.truth).toEqual(first.truth);
    expect(fingerprint(other)).not.toBe(fingerprint(first));
  });

  it('does not depend on which digits were asked for before', async () => {
    const fresh = createDigitPool(
      splitTraining((await loadMnist()).train).training,
      loadPageFonts(),
    );
    const [first, again] = [pool, fresh].map((from) => generatePage(from, createRandom(3)));
    expect(fingerprint(again)).toBe(fingerprint(first));
  });

  it('shows nothing but what is asked for', () => {
    const kinds = [1, 2, 3].map((seed) =>
      generatePage(pool, createRandom(seed), ['words', 'print']),
    );
    for (const { content, truth } of kinds) {
      expect(['words', 'print']).toContain(content);
      expect(truth.digits).toEqual([]);
    }
  });

  it('numbers the lines that have digits without a gap', () => {
    for (const { truth } of pages) {
      const lines = linesOf(truth);
      expect(lines).not.toContain('');
      expect(lines.join('').length).toBe(truth.digits.length);
    }
  });

  it('is an opaque picture that holds all of its boxes', () => {
    for (const { picture, truth } of pages) {
      const { width, height, data } = picture;
      expect(data).toHaveLength(4 * width * height);
      expect(data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
      for (const { box } of truth.digits) {
        expect(Math.min(box.x0, box.y0)).toBeGreaterThanOrEqual(0);
        expect(box.x1).toBeLessThanOrEqual(width);
        expect(box.y1).toBeLessThanOrEqual(height);
      }
    }
  });
});

describe('the box of a digit', () => {
  it('is tight around its ink, whatever the angle', () => {
    const random = createRandom(11);
    let compared = 0;
    while (compared < 12) {
      const options = {
        width: 90,
        height: 110,
        content: 'single',
        size: 60,
        isFull: false,
        framings,
        quarterTurnShare,
      } as const;
      const { picture, truth, surface } = makePicture(pool, options, random);
      // On a screen there is nothing but the digit.
      if (surface !== 'screen' || truth.digits.length !== 1) continue;
      const { box } = truth.digits[0];
      const ink = inkBox(picture);
      for (const side of ['x0', 'y0', 'x1', 'y1'] as const) {
        expect(Math.abs(box[side] - ink[side])).toBeLessThan(2);
      }
      compared++;
    }
  });

  it('has its digit in it and no other', () => {
    for (const { digits } of crops) {
      for (const { box } of digits) {
        const size = Math.max(box.x1 - box.x0, box.y1 - box.y0);
        const inside = digits.filter((other) => {
          const [x, y] = [(other.box.x0 + other.box.x1) / 2, (other.box.y0 + other.box.y1) / 2];
          const [ownX, ownY] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
          return Math.hypot(x - ownX, y - ownY) < 0.15 * size;
        });
        expect(inside).toHaveLength(1);
      }
    }
  });
});

describe('crops', () => {
  it('are decided by the seed', () => {
    const [crop, again] = [5, 5].map((seed) => generateCrop(pool, createRandom(seed)));
    expect(again.digits).toEqual(crop.digits);
    expect(fingerprint(again)).toBe(fingerprint(crop));
  });

  it('show all digits about equally often', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const { digits } of crops) for (const { digit } of digits) counts[digit]++;
    const mean = counts.reduce((a, b) => a + b) / 10;
    for (const count of counts) expect(Math.abs(count / mean - 1)).toBeLessThan(0.3);
  });

  it('show all kinds of content on all kinds of ground', () => {
    const seen = crops.flatMap(({ frames }) => frames.map(({ page }) => page));
    expect(new Set(seen.map(({ surface }) => surface))).toEqual(
      new Set(Object.keys(surfaces.weights)),
    );
    expect(new Set(seen.map(({ content }) => content))).toEqual(new Set(Object.keys(cropContents)));
  });

  it('lie on their side now and then, are cut off, and are without digits at times', () => {
    const turns = crops.map(({ frames }) => frames[0].page.truth.turn);
    expect(new Set(turns)).toEqual(new Set([0, 90, 180, 270]));
    expect(crops.some(({ ignored }) => ignored.length > 0)).toBe(true);
    expect(crops.some(({ digits }) => digits.length === 0)).toBe(true);
  });

  it('of words are turned more often than those of digits, and ask for none', () => {
    const pagesOf = (isOfWords: boolean): LabelledPage[] =>
      crops
        .map(({ frames }) => frames[0].page)
        .filter(({ content }) => (content === 'words') === isOfWords);
    const turnedShare = (of: readonly LabelledPage[]): number =>
      of.filter(({ truth }) => truth.turn !== 0).length / of.length;
    expect(turnedShare(pagesOf(true))).toBeGreaterThan(2 * turnedShare(pagesOf(false)));
    for (const { truth } of pagesOf(true)) expect(truth.digits).toEqual([]);
  });

  it('are transparent where no picture is', () => {
    for (const { picture, frames } of crops) {
      const covered = frames.reduce(
        (sum, { box }) => sum + (box.x1 - box.x0) * (box.y1 - box.y0),
        0,
      );
      const opaque = picture.data.filter((value, at) => at % 4 === 3 && value === 255).length;
      expect(opaque).toBe(covered);
    }
  });

  it('are at least 64 pixels wide', () => {
    expect(() => generateCrop(pool, createRandom(1), 32)).toThrow(/at least 64 pixels, found 32/);
  });
});
