import { beforeAll, describe, expect, it } from 'vitest';
import type { DigitSet } from '../../src/data/digitSet';
import { loadMnist } from '../../src/data/mnist';
import { createRandom } from '../../src/data/random';
import type { ClassifyDigits } from '../../src/model/classify';
import { composePage } from '../../src/scan/composePage';
import type { Picture } from '../../src/data/picture';
import { readPage, type Page } from '../../src/scan/readPage';
import { turnUpright } from '../../src/scan/turnUpright';
import { greyPicture } from '../textArt';

const lines = ['31415', '9265', '358979'];

let handwriting: DigitSet;
let page: Picture;
beforeAll(async () => {
  // One shape of every digit, so that the nearest of them is a sure answer.
  const { train } = await loadMnist();
  const shapes = Array.from({ length: 10 }, (_, digit) => train.labels.indexOf(digit));
  handwriting = {
    ...train,
    count: 10,
    labels: Uint8Array.from(shapes, (shape) => train.labels[shape]),
    images: Uint8Array.from(
      shapes.flatMap((shape) => [...train.images.subarray(shape * 784, (shape + 1) * 784)]),
    ),
  };
  page = composePage(lines, handwriting, createRandom(5));
});

/** Answers with the digit whose shape is nearest, by exp(-distance / scale), without a network. */
const nearestShape: ClassifyDigits = (images, count) => {
  const probabilities = new Float32Array(count * 10);
  for (let index = 0; index < count; index++) {
    const weights = Array.from({ length: 10 }, (_, digit) => {
      let distance = 0;
      for (let at = 0; at < 784; at++) {
        distance += (images[index * 784 + at] - handwriting.images[digit * 784 + at]) ** 2;
      }
      return Math.exp(-distance / 3e5);
    });
    const sum = weights.reduce((a, b) => a + b, 1e-9);
    probabilities.set(
      weights.map((weight) => weight / sum),
      index * 10,
    );
  }
  return Promise.resolve(probabilities);
};

const texts = ({ reading }: Page): string[] => reading.lines.map(({ text }) => text);

function enlarged({ width, height, data }: Picture, factor: number): Picture {
  const large = greyPicture(width * factor, height * factor, () => 0);
  for (let at = 0; at < width * factor * height * factor; at++) {
    const row = Math.floor(at / (width * factor * factor));
    const column = Math.floor((at % (width * factor)) / factor);
    const source = (row * width + column) * 4;
    large.data.set(data.subarray(source, source + 4), at * 4);
  }
  return large;
}

describe('reading a page', () => {
  it('gives the digits of each line in reading order', async () => {
    const result = await readPage(page, nearestShape);
    expect(texts(result)).toEqual(lines);
    expect(result.reading).toMatchObject({ width: page.width, height: page.height, turn: 0 });
  });

  it('asks for all marks at once', async () => {
    const counts: number[] = [];
    await readPage(page, (images, count) => {
      counts.push(count);
      return nearestShape(images, count);
    });
    // As the page lies, and on either side.
    expect(counts).toEqual([3 * 15]);
  });

  it('puts a box around each digit', async () => {
    const { reading } = await readPage(page, nearestShape);
    for (const { digits } of reading.lines) {
      for (const { box } of digits) {
        const [width, height] = [box[2] - box[0], box[3] - box[1]];
        // 20 pixels are drawn 2.4 times as large.
        expect(Math.abs(Math.max(width, height) - 48)).toBeLessThanOrEqual(4);
      }
      const lefts = digits.map(({ box }) => box[0]);
      expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    }
  });

  it('reads light ink on dark paper', async () => {
    const data = page.data.map((value, at) => (at % 4 === 3 ? 255 : 255 - value));
    expect(texts(await readPage({ ...page, data }, nearestShape))).toEqual(lines);
  });

  it.each([
    [8, 90],
    [6, 270],
  ])('reads a page that lies on its side (EXIF would say %i)', async (orientation, turn) => {
    const lying = turnUpright(page, orientation);
    const result = await readPage(lying, nearestShape);
    expect(texts(result)).toEqual(lines);
    expect(result.reading).toMatchObject({ width: page.height, height: page.width, turn });
    for (const { box } of result.reading.lines.flatMap(({ digits }) => digits)) {
      expect(box[2]).toBeLessThanOrEqual(page.height);
      expect(box[3]).toBeLessThanOrEqual(page.width);
    }
  });

  it('reads a picture of many megapixels, with boxes in its own pixels', async () => {
    const { reading } = await readPage(page, nearestShape);
    const large = await readPage(enlarged(page, 6), nearestShape);
    expect(large.stages.picture.width).toBeLessThan(6 * page.width);
    expect(texts(large)).toEqual(lines);
    const first = reading.lines[0].digits[0].box;
    large.reading.lines[0].digits[0].box.forEach((place, side) => {
      expect(Math.abs(place - 6 * first[side])).toBeLessThanOrEqual(12);
    });
  });

  it('keeps boxes inside a picture that its smaller copy does not divide evenly', async () => {
    const atRightEdge = greyPicture(4001, 1001, (column, row) =>
      column > 3900 && row > 300 && row < 600 ? 30 : 220,
    );
    const { reading, stages } = await readPage(atRightEdge, nearestShape);
    expect(stages.picture.width).toBe(2001);
    expect(reading.lines[0].digits[0].box[2]).toBe(4001);
  });

  it('hands out the stages, the marks in reading order', async () => {
    const { reading, stages } = await readPage(turnUpright(page, 6), nearestShape);
    expect(stages.images).toHaveLength(15 * 784);
    const digits = await nearestShape(stages.images, 15);
    const answers = stages.marks.map((_, mark) => {
      const ten = [...digits.subarray(mark * 10, mark * 10 + 10)];
      return ten.indexOf(Math.max(...ten));
    });
    expect(answers.join('')).toBe(lines.join(''));
    expect(stages.marks.map(({ box: { x0, y0, x1, y1 } }) => [x0, y0, x1, y1])).toEqual(
      reading.lines.flatMap((line) => line.digits.map(({ box }) => box)),
    );
  });

  it('withholds answers that are less likely than asked for', async () => {
    const unsure: ClassifyDigits = (_, count) =>
      Promise.resolve(new Float32Array(count * 10).fill(0.1));
    const { reading } = await readPage(page, unsure, { leastConfidence: 0.2 });
    expect(reading.lines.map(({ text }) => text)).toEqual(['?????', '????', '??????']);
    expect(reading.lines[0].digits[0]).toMatchObject({ digit: null, confidence: 0.1 });
  });

  it.each([
    [1, 1],
    [1, 40],
    [200, 100],
  ])('finds nothing on bare paper of %i by %i pixels', async (width, height) => {
    const neverCalled: ClassifyDigits = () => Promise.reject(new Error('no marks to classify'));
    const { reading, stages } = await readPage(
      greyPicture(width, height, () => 200),
      neverCalled,
    );
    expect(reading).toEqual({ width, height, turn: 0, lines: [] });
    expect(stages.images).toHaveLength(0);
  });
});
