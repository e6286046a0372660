import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import type { Picture, Plane } from '../../../src/picture/picture';
import type { Detection } from '../../../src/reader/detector/decodeDetections';
import type { ClassifySigns } from '../../../src/reader/signs/signClassifier';
import { KIND_COUNT, NONE } from '../../../src/reader/signs/signKinds';
import { sizeOf } from '../../../src/reader/detector/digitSizes';
import { readPage, type ReadOptions } from '../../../src/reader/page/readPage';
import { greyPicture } from '../../textArt';

interface Written {
  readonly digit: number;
  readonly box: Box;
  readonly score?: number;
}

const [width, height] = [600, 400];
const empty: Picture = greyPicture(width, height, () => 230);
const calibration = { offset: 0, score: 1, clarity: 0.5, company: 0 };

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

/** Nothing is a sign. */
const classifySigns: ClassifySigns = (_, count) =>
  Promise.resolve(
    Float32Array.from({ length: count * KIND_COUNT }, (__, at) =>
      at % KIND_COUNT === NONE ? 1 : 0,
    ),
  );
const networks = { classifySigns, calibration };

const isWide = ({ width: wide, height: high }: Plane<Float32Array>): boolean => wide > high;

const page = [
  digitAt(4, 50, 50),
  digitAt(2, 90, 52),
  digitAt(7, 300, 55),
  digitAt(0, 60, 150),
  digitAt(9, 110, 155, 0.5),
];

const read = (written: readonly Written[], options?: ReadOptions): ReturnType<typeof readPage> =>
  readPage(empty, { find: findOn(written, isWide), ...networks }, options);

describe('reading a page', () => {
  it('gives the digits of each line in reading order, with spaces between numbers', async () => {
    const { reading } = await read(page);
    expect(reading.lines.map(({ text }) => text)).toEqual(['42 7', '0?']);
    expect(reading).toMatchObject({ width, height, turn: 0, refused: [] });
  });

  it('gives boxes in pixels of the picture', async () => {
    const { reading } = await read(page);
    const { x0, y0, x1, y1 } = reading.lines[0].digits[0].box;
    expect([x0 - 50, y0 - 50, x1 - 74, y1 - 90].every((off) => Math.abs(off) <= 1)).toBe(true);
  });

  it('says why a mark got no digit, and what it may be', async () => {
    const { reading } = await read(page);
    const [, unclear] = reading.lines[1].digits;
    expect(unclear).toMatchObject({ digit: null, reason: 'unclear' });
    expect(unclear.alternatives[0].digit).toBe(9);
    expect(unclear.alternatives[0].confidence).toBe(unclear.confidence);
  });

  it('withholds answers that are less sure than asked for', async () => {
    const { reading } = await read([digitAt(5, 50, 50, 0.8)], { minConfidence: 0.99 });
    expect(reading.lines[0].text).toBe('?');
    expect(reading.lines[0].digits[0].reason).toBe('less sure than asked for');
  });

  it('ranks the alternatives, whose probabilities sum up to 1 at most', async () => {
    const { reading } = await read(page);
    const [{ confidence, alternatives }] = reading.lines[0].digits;
    const shares = alternatives.map((alternative) => alternative.confidence);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(shares.reduce((a, b) => a + b, confidence)).toBeLessThanOrEqual(1);
  });

  it('keeps refused marks that stand in no line apart', async () => {
    const { reading } = await read([...page.slice(0, 4), digitAt(1, 520, 330, 0.5)]);
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
    const find = findOn(page, (plane) => plane.width < plane.height);
    const { reading } = await readPage(empty, { find, ...networks });
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
    const readOn = (score: number): ReturnType<typeof readPage> => {
      const find = findOn(onItsSide(score), (plane) => plane.width < plane.height);
      return readPage(empty, { find, ...networks });
    };
    const clear = await readOn(0.95);
    expect([90, 270]).toContain(clear.reading.turn);
    expect(clear.reading.lines[0].text).toBe('42');
    expect((await readOn(0.7)).reading).toMatchObject({ turn: 0, lines: [] });
  });

  describe('a picture with one clear digit', () => {
    const digit = digitAt(3, 60, 60, 0.95, 200);

    /** How often the network looks at the whole picture turned or tilted, at its larger levels. */
    const looksAround = async (written: readonly Written[]): Promise<number> => {
      const find = findOn(written, isWide);
      let count = 0;
      const counting = (plane: Plane<Float32Array>): Promise<Detection[]> => {
        const { width: wide, height: high } = plane;
        // Turned by 30 degrees the picture needs room of 720 by 646 pixels.
        const isTilted = Math.abs(wide / high - 720 / 646) < 0.01;
        const isOnItsSide = isWhole(plane) && wide < high;
        if (Math.max(wide, high) > 300 && (isTilted || isOnItsSide)) count++;
        return find(plane);
      };
      await readPage(empty, { find: counting, ...networks });
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
      const number = findOn(
        [
          digitAt(1, 50, 100, 0.95, 160),
          digitAt(0, 150, 100, 0.95, 160),
          digitAt(1, 260, 100, 0.95, 160),
        ],
        (plane) => plane.width < plane.height,
      );
      const find = async (plane: Plane<Float32Array>): Promise<Detection[]> => [
        ...(await zero(plane)),
        ...(await number(plane)),
      ];
      const { reading } = await readPage(empty, { find, ...networks });
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
    const lieOnTheSide = (plane: Plane<Float32Array>): boolean => plane.width < plane.height;
    const { reading } = await readPage(empty, { find: findOn(words, lieOnTheSide), ...networks });
    expect(reading).toMatchObject({ turn: 0, lines: [] });
    const digits = words.filter(({ score }) => score === 0.75);
    const { reading: alone } = await readPage(empty, {
      find: findOn(digits, lieOnTheSide),
      ...networks,
    });
    expect(alone.turn).not.toBe(0);
  });

  it('is less sure of a digit among letters than among digits', async () => {
    const find = (others: number) =>
      findOn(
        [digitAt(3, 20, 20), ...[100, 200, 300].map((x) => digitAt(8, x, 20, others))],
        isWide,
      );
    const confidenceBeside = async (others: number): Promise<number> => {
      const reader = {
        ...networks,
        find: find(others),
        calibration: { ...calibration, company: 2 },
      };
      const { reading } = await readPage(empty, reader);
      return reading.lines[0].digits[0].confidence;
    };
    expect(await confidenceBeside(0.45)).toBeLessThan(await confidenceBeside(0.95));
  });

  it('asks a second network about every digit, where one is given', async () => {
    const counts: number[] = [];
    const { reading } = await read(page, {
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
    expect(reading.lines.map(({ text }) => text)).toEqual(['77 7', '7?']);
  });

  it('reads nothing on an empty page, and in a picture of one pixel', async () => {
    const nothing = await read([]);
    expect(nothing.reading.lines).toEqual([]);
    const dot = await readPage(
      greyPicture(1, 1, () => 0),
      { find: findOn([], isWide), ...networks },
    );
    expect(dot.reading.lines).toEqual([]);
  });
});
