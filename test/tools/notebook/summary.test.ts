import { expect, it } from 'vitest';
import { describeSummary, readSummary } from '../../../tools/notebook/summary';

it('the summary tells engine, training, accuracy, digits and where everything lies', () => {
  const summary = {
    engine: 'native 2.18.1',
    testAccuracy: 0.9942,
    digits: ['123', '45'],
    plots: ['../out/plots/loss.svg', '../out/plots/loss.png', '../out/pages/a.svg'],
    weights: 215194,
    baselineAccuracy: 0.8205,
    epochs: 12,
    trainingSeconds: 31.25,
  };
  expect(describeSummary(summary, '/project/out/a.ipynb', '/project')).toBe(
    [
      'Engine          native 2.18.1',
      'Network         215,194 weights',
      'Training        12 epochs, 31.3 s',
      'Test accuracy   99.42 % (nearest mean digit: 82.05 %)',
      'Sample page     123',
      '                45',
      'Notebook        out/a.ipynb',
      'Plots           out/plots/ (2 files)',
      '                out/pages/ (1 file)',
    ].join('\n'),
  );
});

it('a notebook that wrote no summary is told', () => {
  expect(() => readSummary('/none/summary.json')).toThrow(
    '/none/summary.json: expected the summary',
  );
});
