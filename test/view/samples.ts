import type { CoveragePoint } from '../../src/classifier/evaluation/coverage';
import type { ReliabilityBin } from '../../src/classifier/evaluation/evaluation';
import type { EpochResult } from '../../src/classifier/epochResult';
import { sweepResults } from '../classifier/sweep/results';
import type { Picture } from '../../src/picture/picture';
import type { BarPanel } from '../../src/view/figures/comparisonFigure';
import type { DigitImages } from '../../src/view/figures/digitGridFigure';
import type { GrowthPanel } from '../../src/view/figures/growthFigure';

/** Two epochs. */
export const history: readonly EpochResult[] = [
  {
    epoch: 1,
    loss: 0.4,
    accuracy: 0.88,
    validationLoss: 0.09,
    validationAccuracy: 0.972,
    seconds: 5,
  },
  {
    epoch: 2,
    loss: 0.1,
    accuracy: 0.96,
    validationLoss: 0.06,
    validationAccuracy: 0.981,
    seconds: 5,
  },
];

export const progress = {
  step: 50,
  steps: 80,
  learningRate: 0.01,
  epoch: 3,
  epochs: 4,
  batchLoss: 0.06,
  loss: 0.07,
  accuracy: 0.975,
};

/** Three classes, two mistakes. */
export const confusion = [
  [980, 0, 1],
  [0, 1135, 0],
  [2, 0, 1030],
];

export const bins: readonly ReliabilityBin[] = [
  { from: 0, to: 0.5, count: 0, confidence: 0, accuracy: 0 },
  { from: 0.5, to: 0.75, count: 4, confidence: 0.6, accuracy: 0.5 },
  { from: 0.75, to: 1, count: 9996, confidence: 0.99, accuracy: 1 },
];

/** A thousand answers, of which the three least confident are wrong. */
export const coverage: readonly CoveragePoint[] = Array.from({ length: 1000 }, (_, rejected) => {
  const count = 1000 - rejected;
  const wrong = Math.max(0, 3 - rejected);
  return {
    rejected: rejected / 1000,
    threshold: (rejected + 1) / 1000,
    count,
    accuracy: 1 - wrong / count,
  };
});

/** Three images of 2x2 pixels, each with one pixel of ink in another place. */
export const images: DigitImages = {
  count: 3,
  height: 2,
  width: 2,
  images: Uint8Array.of(255, 0, 0, 0, 0, 254, 0, 0, 0, 0, 253, 0),
};

/** A white page with a black square in the middle. */
export function samplePage(): Picture {
  const [width, height] = [90, 60];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let row = 20; row < 40; row++) {
    for (let column = 35; column < 55; column++)
      data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  }
  return { width, height, data };
}

/** Three that are compared; the first stands out, the second was measured the least exactly. */
export function barPanel(title: string): BarPanel {
  return {
    title,
    bars: [
      { name: 'ours', standsOut: true, median: 4, min: 4, max: 4, text: '4.00' },
      { name: 'theirs', standsOut: false, median: 10, min: 7, max: 12, text: '10.0' },
      {
        name: 'a third way',
        standsOut: false,
        median: 2000,
        min: 1999,
        max: 2001,
        text: '2,000',
      },
    ],
  };
}

/** Two lines, one of a single point. */
export function growthPanel(title: string): GrowthPanel {
  return {
    title,
    lines: [
      {
        name: 'native',
        points: [
          { x: 0.5, median: 1, min: 0.5, max: 3 },
          { x: 32, median: 20, min: 20, max: 20 },
        ],
      },
      { name: 'WebAssembly', points: [{ x: 2, median: 5, min: 5, max: 6 }] },
    ],
  };
}

/** A sweep over two settings with a learning rate that makes one seed fail and ruins the other. */
export const sweep = sweepResults(
  {
    preset: 'quick',
    seeds: [1, 2],
    values: { learningRate: [0.001, 0.01, 0.1], batchSize: [64, 128], epochs: [2] },
  },
  ({ seed, hyperparameters: { learningRate, batchSize } }) => {
    if (learningRate === 0.1) return seed === 1 ? 0.9 : undefined;
    return (learningRate === 0.01 ? 0.01 : 0.02) + batchSize / 1e5 + seed / 1e4;
  },
);
