import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import type { Picture, Plane } from '../../../src/picture/picture';
import type { Detection } from '../../../src/reader/detector/decodeDetections';
import { sizeOf } from '../../../src/reader/detector/digitSizes';
import { readPage, type ReadOptions } from '../../../src/reader/page/readPage';
import type { PageReader } from '../../../src/reader/pageReader';
import { greyPicture } from '../../textArt';
import { readSymbols } from './writtenLines';

interface Written {
  /** What the detector takes it for, and how sure it is of that. */
  readonly digit: number;
  readonly box: Box;
  readonly score?: number;
  /** What the line reader takes it for. @default the digit */
  readonly symbols?: Readonly<Record<string, number>>;
}

const [width, height] = [600, 400];
const empty: Picture = greyPicture(width, height, () => 230);
const calibration = { offset: 0, score: 1, clarity: 0.5, company: 0 };
/** Trusts the line reader's probabilities as they are. */
const weights = { offset: 0, line: 1, detector: 0, context: 0 };
const lineAlone = { digit: weights, number: weights };

const digitAt = (digit: number, x0: number, y0: number, score = 0.95, size = 40): Written => ({
  digit,
  box: { x0, y0, x1: x0 + 0.6 * size, y1: y0 + size },
  score,
});

/** Sizes of the whole picture at four levels an octave, the largest twice its size. */
const levelSizes = Array.from({ length: 24 }, (_, step) => {
  const scale = 2 * 2 ** (-step / 4);
  return [Math.round(width * scale), Math.round(height * scale)];
});
/** Whether a plane is the whole picture as it is or on its side; not a part of it, nor the picture tilted. */
const isWhole = (plane: Plane<Float32Array>): boolean =>
  levelSizes.some(
    ([wide, high]) =>
      (plane.width === wide && plane.height === high) ||
      (plane.width === high && plane.height === wide),
  );

/** Sees what is written on a page, where the page stands upright and the digits have the right size. */
function findOn(written: readonly Written[], isUpright: (plane: Plane<Float32Array>) => boolean) {
  return ({ ...plane }: Plane<Float32Array>): Promise<Detection[]> => {
    if (!isWhole(plane) || !isUpright(plane)) return Promise.resolve([]);
    const scale = Math.max(plane.width, plane.height) / Math.max(width, height);
    const detections = written.map(({ digit, box: { x0, y0, x1, y1 }, score = 0.95 }) => ({
      box: { x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale },
      score,
      probabilities: Float32Array.from({ length: 10 }, (_, at) => (at === digit ? 0.91 : 0.01)),
    }));
    return Promise.resolve(detections.filter(({ box }) => sizeOf(box) >= 12 && sizeOf(box) <= 54));
  };
}

const isWide = ({ width: wide, height: high }: Plane<Float32Array>): boolean => wide > high;
const isHigh = (plane: Plane<Float32Array>): boolean => !isWide(plane);

/** Reads what is written on a page that stands upright, or lies on its side. */
function readerOf(written: readonly Written[], isUpright = isWide): Omit<PageReader, 'dispose'> {
  const symbols = written.map(({ box, digit, symbols = { [digit]: 0.98 } }) => ({ box, symbols }));
  return {
    find: findOn(written, isUpright),
    readStrips: readSymbols(symbols, isUpright === isWide ? width : height),
    calibration,
    lineCalibration: { oneLine: lineAlone, page: lineAlone },
  };
}

const page = [
  digitAt(4, 50, 50),
  digitAt(2, 90, 52),
  digitAt(7, 300, 55),
  digitAt(0, 60, 150),
  { ...digitAt(9, 110, 155, 0.5), symbols: { 9: 0.6, 4: 0.3 } },
];

const read = (written: readonly Written[], options?: ReadOptions): ReturnType<typeof readPage> =>
  readPage(empty, readerOf(written), options);

describe('reading a page', () => {
  it('gives the digits of each line in reading order, with spaces between numbers', async () => {
    const { reading } = await read(page);
    expect(reading.lines.map(({ text }) => text)).toEqual(['42 7', '09']);
    expect(reading).toMatchObject({ width, height, turn: 0, refused: [] });
  });

  it('gives boxes in pixels of the picture', async () => {
    const { reading } = await read(page);
    const { x0, y0, x1, y1 } = reading.lines[0].digits[0].box;
    expect([x0 - 50, y0 - 50, x1 - 74, y1 - 90].every((off) => Math.abs(off) <= 1)).toBe(true);
  });

  it('gives numbers with the signs between their digits', async () => {
    const written = page.slice(0, 2);
    const point = { box: { x0: 80, y0: 84, x1: 84, y1: 88 }, symbols: { '.': 0.9 } };
    const digits = written.map(({ box, digit }) => ({ box, symbols: { [digit]: 0.98 } }));
    const reader = { ...readerOf(written), readStrips: readSymbols(digits, width, [point]) };
    const { lines } = (await readPage(empty, reader)).reading;
    expect(lines).toMatchObject([{ text: '4.2', numbers: [{ text: '4.2', value: 4.2 }] }]);
    expect(lines[0].signs).toMatchObject([{ symbol: '.', confidence: 0.9, after: 1 }]);
    const bare = await readPage(empty, reader, { signs: false });
    expect(bare.reading.lines).toMatchObject([{ text: '42', signs: [] }]);
  });

  it('says why a mark got no digit, and what it may be', async () => {
    const { reading } = await read(page, { minConfidence: 0.9 });
    expect(reading.lines.map(({ text }) => text)).toEqual(['42 7', '0?']);
    const [, unsure] = reading.lines[1].digits;
    expect(unsure).toMatchObject({ digit: null, reason: 'less sure than asked for' });
    expect(unsure.alternatives.map(({ digit }) => digit)).toEqual([9, 4]);
    expect(unsure.alternatives[0].confidence).toBe(unsure.confidence);
  });

  it('gives no digit where the line reader sees none within a number', async () => {
    const smudge = { ...digitAt(8, 90, 52), symbols: { '#': 0.98 } };
    const { reading } = await read([digitAt(4, 50, 50), smudge, digitAt(7, 130, 50)]);
    expect(reading.lines.map(({ text }) => text)).toEqual(['4?7']);
    expect(reading.lines[0].digits[1]).toMatchObject({ digit: null, reason: 'unclear' });
  });

  it('withholds numbers of which nothing is as sure as asked for', async () => {
    const { reading } = await read([digitAt(5, 50, 50)], { minConfidence: 0.999 });
    expect(reading.lines).toEqual([]);
    expect(reading.refused[0].alternatives[0].digit).toBe(5);
  });

  it('ranks the alternatives, whose probabilities sum up to 1 at most', async () => {
    const { reading } = await read([
      { ...digitAt(5, 50, 50), symbols: { 5: 0.5, 6: 0.15, 3: 0.3 } },
    ]);
    const [{ digit, confidence, alternatives }] = reading.lines[0].digits;
    expect([digit, ...alternatives.map((alternative) => alternative.digit)]).toEqual([5, 3, 6]);
    const shares = alternatives.map((alternative) => alternative.confidence);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(shares.reduce((a, b) => a + b, confidence)).toBeLessThanOrEqual(1);
  });

  it('keeps refused marks that stand in no line apart', async () => {
    const { reading } = await read([
      ...page.slice(0, 4),
      { ...digitAt(1, 520, 330, 0.5), symbols: {} },
    ]);
    expect(reading.lines.map(({ text }) => text)).toEqual(['42 7', '0']);
    expect(reading.refused).toHaveLength(1);
  });

  it('finds large and small digits', async () => {
    const { reading } = await read([digitAt(3, 20, 20, 0.95, 350)]);
    expect(reading.lines.map(({ text }) => text)).toEqual(['3']);
    const small = await read([digitAt(3, 20, 20, 0.95, 12)]);
    expect(small.reading.lines.map(({ text }) => text)).toEqual(['3']);
  });

  it('reads a page that lies on its side, and tells how', async () => {
    // Written for the page as it stands after a quarter turn: 400 wide, 600 high.
    const { reading } = await readPage(empty, readerOf(page, isHigh));
    expect([90, 270]).toContain(reading.turn);
    expect(reading.lines[0].text).toBe('42 7');
    const { x0, y0, x1, y1 } = reading.lines[0].digits[0].box;
    expect(x1 - x0).toBeGreaterThan(1.4 * (y1 - y0));
    expect([x0, y0].every((value) => value >= 0) && x1 <= width && y1 <= height).toBe(true);
  });

  it('turns a page for two digits where they are clear and nothing is seen as it is', async () => {
    const onItsSide = (score: number): Written[] => [
      digitAt(4, 50, 50, score),
      digitAt(2, 90, 52, score),
    ];
    const readOn = (score: number): ReturnType<typeof readPage> =>
      readPage(empty, readerOf(onItsSide(score), isHigh));
    const clear = await readOn(0.95);
    expect([90, 270]).toContain(clear.reading.turn);
    expect(clear.reading.lines[0].text).toBe('42');
    expect((await readOn(0.7)).reading).toMatchObject({ turn: 0, lines: [] });
  });

  describe('a picture with one clear digit', () => {
    const digit = digitAt(3, 60, 60, 0.95, 200);

    /** How often the network looks at the whole picture turned or tilted, at its larger levels. */
    const looksAround = async (written: readonly Written[]): Promise<number> => {
      const reader = readerOf(written);
      let count = 0;
      const counting = (plane: Plane<Float32Array>): Promise<Detection[]> => {
        const { width: wide, height: high } = plane;
        // Turned by 30 degrees the picture needs room of 720 by 646 pixels.
        const isTilted = Math.abs(wide / high - 720 / 646) < 0.01;
        const isOnItsSide = isWhole(plane) && wide < high;
        if (Math.max(wide, high) > 300 && (isTilted || isOnItsSide)) count++;
        return reader.find(plane);
      };
      await readPage(empty, { ...reader, find: counting });
      return count;
    };

    it('is not turned or tilted where the digit fills it', async () => {
      expect(await looksAround([digit])).toBe(0);
      expect(await looksAround([digit, digitAt(1, 500, 300, 0.5, 20)])).toBe(0);
    });

    it('is, where there may be more to see', async () => {
      expect(await looksAround([digit, digitAt(1, 400, 60, 0.5, 200)])).toBeGreaterThan(0);
      const marks = [100, 200, 300].map((x) => digitAt(1, x, 350, 0.5, 20));
      expect(await looksAround([digit, ...marks])).toBeGreaterThan(0);
      expect(await looksAround([digitAt(3, 60, 60)])).toBeGreaterThan(0);
    });

    it('is turned where the digit is one of a number on its side', async () => {
      // A 0 looks the same from all sides; what stands beside it is seen on its side alone.
      const zero = findOn([digitAt(0, 200, 150, 0.95, 160)], isWide);
      const number = readerOf(
        [
          digitAt(1, 50, 100, 0.95, 160),
          digitAt(0, 150, 100, 0.95, 160),
          digitAt(1, 260, 100, 0.95, 160),
        ],
        isHigh,
      );
      const find = async (plane: Plane<Float32Array>): Promise<Detection[]> => [
        ...(await zero(plane)),
        ...(await number.find(plane)),
      ];
      const { reading } = await readPage(empty, { ...number, find });
      expect(reading.lines[0].text).toBe('101');
    });
  });

  it('does not turn a page for a few digits among letters that hardly look like any', async () => {
    const words = Array.from({ length: 24 }, (_, index) =>
      digitAt(
        index % 10,
        20 + 45 * (index % 8),
        40 + 90 * Math.floor(index / 8),
        index < 6 ? 0.75 : 0.5,
      ),
    );
    const { reading } = await readPage(empty, readerOf(words, isHigh));
    expect(reading).toMatchObject({ turn: 0, lines: [] });
    const digits = words.filter(({ score }) => score === 0.75);
    const { reading: alone } = await readPage(empty, readerOf(digits, isHigh));
    expect(alone.turn).not.toBe(0);
  });

  it('is less sure of a mark outside of numbers among letters than among digits', async () => {
    const outside = (digit: number, x: number, score: number): Written => ({
      ...digitAt(digit, x, 20, score),
      symbols: { '#': 0.98 },
    });
    const confidenceBeside = async (others: number): Promise<number> => {
      const reader = {
        ...readerOf([outside(3, 20, 0.95), ...[100, 200, 300].map((x) => outside(8, x, others))]),
        calibration: { ...calibration, company: 2 },
      };
      const { reading } = await readPage(empty, reader);
      expect(reading.lines).toEqual([]);
      const [three] = reading.refused.filter(({ alternatives }) => alternatives[0].digit === 3);
      return three.confidence;
    };
    expect(await confidenceBeside(0.45)).toBeLessThan(await confidenceBeside(0.95));
  });

  it('asks a second network about every digit, where one is given', async () => {
    const counts: number[] = [];
    const doubtful = page.map((mark) => ({ ...mark, symbols: { 7: 0.4, [mark.digit]: 0.6 } }));
    const { reading: alone } = await read(doubtful);
    expect(alone.lines.map(({ text }) => text)).toEqual(['42 7', '09']);
    const { reading } = await read(doubtful, {
      minConfidence: 0,
      secondLook: (images, count) => {
        counts.push(count, images.length);
        const sevens = Float32Array.from({ length: 10 * count }, (_, at) =>
          at % 10 === 7 ? 1 : 0,
        );
        return Promise.resolve(sevens);
      },
    });
    expect(counts).toEqual([4, 4 * 28 * 28]);
    expect(reading.lines.map(({ text }) => text)).toEqual(['77 7', '79']);
  });

  it('reads nothing on an empty page, and in a picture of one pixel', async () => {
    const nothing = await read([]);
    expect(nothing.reading.lines).toEqual([]);
    const dot = await readPage(
      greyPicture(1, 1, () => 0),
      readerOf([]),
    );
    expect(dot.reading.lines).toEqual([]);
  });
});
