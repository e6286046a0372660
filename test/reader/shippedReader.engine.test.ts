import * as tf from '@tensorflow/tfjs-core';
import { join } from 'node:path';
import { Jimp } from 'jimp';
import { expect, it } from 'vitest';
import { loadMnist } from '../../src/digits/mnist';
import { loadPageFonts } from '../../src/pages/text/pageFonts';
import { createDigitPool } from '../../src/pages/hand/digitPool';
import { generatePage } from '../../src/pages/generatePage';
import type { Picture } from '../../src/picture/picture';
import { startEngine } from '../../src/engine/engine';
import { createRandom } from '../../src/numbers/random';
import { splitTraining } from '../../src/digits/split';
import { loadPageReader } from '../../src/reader/folder/readerFolder';
import { layOnPaper } from '../../src/picture/layOnPaper';
import { matchDigits } from '../../src/pages/labels/matchDigits';
import { readPage } from '../../src/reader/page/readPage';
import type { AnsweredDigit } from '../../src/scoring/scorePicture';

/** The least share of the pages' digits that must be read right, in their places; 0.98 is usual. */
const MIN_RIGHT = 0.95;
/** The most other answers, wrong or surplus, for one digit of the pages; 0.08 is usual, most of it on two pages. */
const MAX_OTHERS = 0.1;

const pages = { count: 6, seed: 2024 };

const isNative = process.env.DIGITS_ENGINE === 'native';

// The other engines calculate the same, and take minutes for it.
it.runIf(isNative)('the reader that is shipped reads made-up pages of new digits', async () => {
  const pool = createDigitPool(
    splitTraining((await loadMnist()).train).validation,
    loadPageFonts(),
  );
  const reader = await loadPageReader();
  const random = createRandom(pages.seed);
  let [wanted, right, others] = [0, 0, 0];
  for (let page = 0; page < pages.count; page++) {
    const { picture, truth } = generatePage(pool, random.fork());
    const { reading } = await readPage(picture, reader);
    const answers = reading.lines
      .flatMap(({ digits }) => digits)
      .filter((mark): mark is AnsweredDigit => mark.digit !== null)
      .sort((a, b) => b.confidence - a.confidence)
      .map((mark) => ({ box: mark.box, digit: mark.digit }));
    const verdicts = matchDigits(answers, truth).map(({ verdict }) => verdict);
    wanted += truth.digits.length;
    right += verdicts.filter((verdict) => verdict === 'right').length;
    others += verdicts.filter((verdict) => verdict === 'wrong' || verdict === 'surplus').length;
  }
  expect(right / wanted).toBeGreaterThan(MIN_RIGHT);
  expect(others / wanted).toBeLessThan(MAX_OTHERS);
});

it('a loaded reader leaves nothing behind once it is disposed of', async () => {
  await startEngine();
  const { numTensors } = tf.memory();
  const reader = await loadPageReader();
  const contrast = { width: 40, height: 40, data: new Float32Array(1600) };
  expect(await reader.find(contrast)).toEqual([]);
  reader.dispose();
  expect(tf.memory().numTensors).toBe(numTensors);
});

/** The sample page turned clockwise by an angle in degrees, the corners filled like its paper. */
async function samplePageAt(angle: number): Promise<Picture> {
  const page = await Jimp.read(join(__dirname, '..', '..', 'data', 'sample-page.png'));
  page.background = 0xf5f5f5ff;
  page.rotate(-angle);
  const { width, height, data } = page.bitmap;
  return layOnPaper({ width, height, data: new Uint8ClampedArray(data) });
}

it.runIf(isNative).each([20, 200, 300])(
  'a page turned by %i degrees is read, and its turn told',
  async (angle) => {
    const { reading } = await readPage(await samplePageAt(angle), await loadPageReader());
    const lines = reading.lines.map(({ digits }) =>
      digits.map(({ digit }) => digit ?? '').join(''),
    );
    const wanted = ['3141592653', '2718281828', '1618033988', '1414213562'];
    // Turned in between two of its quarters the picture loses a little, and may lose a digit.
    expect(lines).toHaveLength(wanted.length);
    expect(lines.filter((line, index) => line === wanted[index]).length).toBeGreaterThan(1);
    expect(lines.join('').length).toBeGreaterThan(0.9 * wanted.join('').length);
    // What turns it back, and what it is turned by.
    const wholeTurns = (angle + reading.turn - reading.tilt) / 360;
    expect(Math.abs(wholeTurns - Math.round(wholeTurns)) * 360).toBeLessThan(4);
  },
);
