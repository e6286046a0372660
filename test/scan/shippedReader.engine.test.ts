import { expect, it } from 'vitest';
import { loadMnist } from '../../src/data/mnist';
import { loadPageFonts } from '../../src/data/pageFonts';
import { createDigitPool } from '../../src/data/pages/digitPool';
import { generatePage } from '../../src/data/pages/generatePage';
import { createRandom } from '../../src/data/random';
import { splitTraining } from '../../src/data/split';
import { loadPageReader } from '../../src/model/spotter/readerFolder';
import { matchTruth } from '../../src/scan/matchTruth';
import { readPage } from '../../src/scan/readPage';
import { boxOfReading, type AnsweredDigit } from '../../src/scan/scoreScan';

/** The least share of the pages' digits that must be read right, in their places; 0.87 is usual. */
const LEAST_RIGHT = 0.8;
/** The most other answers, wrong or surplus, for one digit of the pages; 0.14 is usual. */
const MOST_OTHERS = 0.22;

const pages = { count: 40, seed: 2024 };

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
      .map((mark) => ({ box: boxOfReading(mark), digit: mark.digit }));
    const verdicts = matchTruth(answers, truth);
    wanted += truth.digits.length;
    right += verdicts.filter((verdict) => verdict === 'right').length;
    others += verdicts.filter((verdict) => verdict === 'wrong').length;
  }
  expect(right / wanted).toBeGreaterThan(LEAST_RIGHT);
  expect(others / wanted).toBeLessThan(MOST_OTHERS);
});
