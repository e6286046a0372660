import { expect, it } from 'vitest';
import { toCardTraining } from '../../../src/learning/detector/cardTraining';
import { readReaderCard } from '../../../src/reader/folder/readerFolder';
import { detectorRecipe } from '../../../src/learning/detector/trainDetector';

const round = { round: 1, loss: 1, classes: 0.2, boxes: 0.1, seconds: 60 };

it('a training is told in the keys that cards have had from the first', () => {
  const told = toCardTraining(detectorRecipe, 3, [{ ...round, cells: 0.7 }]);
  expect(told.seed).toBe(3);
  expect(told.hyperparameters).toMatchObject({ mostGradient: 5, averaging: 0.998, rounds: 200 });
  expect(told.hyperparameters).not.toHaveProperty('maxGradientNorm');
  expect(told.training).toEqual([{ ...round, places: 0.7 }]);
});

it('the reader that comes with the project tells of all runs that made it', () => {
  const { earlier, ...last } = readReaderCard('reader');
  const own = Object.keys(toCardTraining(detectorRecipe, 1, []).hyperparameters);
  const scripts = Object.keys(last.hyperparameters);
  const runs = earlier.map(({ by, hyperparameters }) => [by, Object.keys(hyperparameters).sort()]);
  const script = 'scripts/train_detector.py';
  expect(runs).toEqual([
    [undefined, own.sort()],
    [undefined, own.sort()],
    [script, scripts.sort()],
  ]);
  expect(last).toMatchObject({ by: script, seed: 3 });
  expect(last.training.length).toBeGreaterThan(10);
  expect(last.lines).toMatchObject({ by: 'scripts/train_line_reader.py' });
  expect(last.lines.training.length).toBeGreaterThan(0);
});
