import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { ANSWER_COUNT, SYMBOLS } from '../../../src/reader/line/alphabet';
import { ctcLoss } from '../../../src/learning/line/ctcLoss';
import { pathsOf, textOfPath } from '../../reader/line/stripAnswers';

const COLUMNS = 4;
const random = createRandom(5);
const logits = Float32Array.from({ length: COLUMNS * ANSWER_COUNT }, () => 2 * random.normal());

/** The probability of an answer in a column. */
function probabilityOf(answer: string, column: number): number {
  const own = logits.subarray(column * ANSWER_COUNT, (column + 1) * ANSWER_COUNT);
  const total = own.reduce((sum, logit) => sum + Math.exp(logit), 0);
  return Math.exp(own[answer === '_' ? 0 : SYMBOLS.indexOf(answer) + 1]) / total;
}

/** The probability of a text: of all paths to it together. */
function probabilityOfText(text: string): number {
  return pathsOf(['_', ...new Set(text)], COLUMNS)
    .filter((path) => textOfPath(path) === text)
    .map((path) => Array.from(path, probabilityOf).reduce((product, each) => product * each))
    .reduce((sum, each) => sum + each);
}

describe('the loss of a text', () => {
  it.each(['', '1', '12', '11', '1 2', '12.3'])(
    'of %j sums up over all ways to answer it',
    (text) => {
      const { loss } = ctcLoss(logits, COLUMNS, text);
      expect(loss).toBeCloseTo(-Math.log(probabilityOfText(text)), 4);
    },
  );

  it.each(['', '1', '12', '11', '1-1'])('of %j changes with the logits as it says', (text) => {
    const { gradient } = ctcLoss(logits, COLUMNS, text);
    const step = 0.01;
    for (let place = 0; place < logits.length; place++) {
      const lossAt = (value: number): number => {
        const moved = logits.slice();
        moved[place] = value;
        return ctcLoss(moved, COLUMNS, text).loss;
      };
      const slope = (lossAt(logits[place] + step) - lossAt(logits[place] - step)) / (2 * step);
      expect(gradient[place]).toBeCloseTo(slope, 3);
    }
  });

  it.each(['12345', '111'])('is infinite for %j, which four columns have no room for', (text) => {
    const { loss, gradient } = ctcLoss(logits, COLUMNS, text);
    expect(loss).toBe(Infinity);
    expect(gradient).toEqual(new Float32Array(logits.length));
  });

  it('stays finite for logits that are far apart', () => {
    const extreme = new Float32Array(ANSWER_COUNT).fill(-500);
    extreme[0] = 500;
    const { loss, gradient } = ctcLoss(extreme, 1, '1');
    expect(loss).toBeCloseTo(1000, 0);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});
