import { describe, expect, test } from 'vitest';
import { ANSWER_COUNT, SYMBOLS } from '../../src/reader/line/alphabet';
import type { Figure } from '../../src/view/figure';
import { lossCurveFigure } from '../../src/view/figures/lossCurveFigure';
import { stripFigure } from '../../src/view/figures/stripFigure';
import { trainingHistoryFigure } from '../../src/view/figures/trainingHistoryFigure';
import { history } from './samples';

/** The traces as what was written, whatever their kind. */
function traces(figure: Figure): Record<string, unknown>[] {
  return figure.data;
}

describe('the loss along a weight', () => {
  test('is a curve, with each walk of steps on it', () => {
    const curve = { x: [-1, 0, 1], loss: [2, 1, 2] };
    const walk = { name: 'learning rate 2', x: [-1, 0], loss: [2, 1] };
    const drawn = traces(lossCurveFigure('Steps', 'weight', curve, [walk]));
    expect(drawn).toMatchObject([
      { mode: 'lines', x: [-1, 0, 1], y: [2, 1, 2] },
      { mode: 'lines+markers', name: 'learning rate 2', x: [-1, 0], y: [2, 1] },
    ]);
  });
});

describe('a strip', () => {
  /** Two columns: the first is surely a 7, the second almost surely blank. */
  const logProbabilities = new Float32Array(2 * ANSWER_COUNT).fill(-20);
  logProbabilities[SYMBOLS.indexOf('7') + 1] = 0;
  logProbabilities[ANSWER_COUNT] = Math.log(0.96);
  logProbabilities[ANSWER_COUNT + SYMBOLS.indexOf('1') + 1] = Math.log(0.04);

  test('has a row of probabilities for each symbol that is probable somewhere', () => {
    const strip = { width: 8, height: 2, data: new Float32Array(16) };
    const [, probabilities] = traces(stripFigure(strip, { columns: 2, logProbabilities }));
    expect(probabilities.y).toEqual(['7']);
    const [[first, second]] = probabilities.z as number[][];
    expect(first).toBeCloseTo(1);
    expect(second).toBeCloseTo(0);
    // In the middle of the four columns of pixels that each answer stands for.
    expect(probabilities.x).toEqual([1.5, 5.5]);
  });
});

describe('the history of a training', () => {
  test('shows the loss of each batch behind the curves', () => {
    const batches = { x: [0.5], loss: [2] };
    const [faint, ...curves] = traces(trainingHistoryFigure(history, 2, undefined, batches));
    expect(faint).toMatchObject({ name: 'each batch', x: [0.5], y: [2] });
    expect(curves).toHaveLength(4);
  });
});
