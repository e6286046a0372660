import { engines, ownTask } from '../commands';
import { memory, time, type Command, type Competitor, type Places, type Row } from '../row';
import type { EngineName } from '../../../src/engine/engine';
import { testPage, writePage, type TestPage } from './pages';

/** Both engines at every size. */
function atSizes(
  sizes: readonly number[],
  unit: string,
  runs: string,
  task: (engine: EngineName, size: number) => Command,
): Competitor[] {
  return engines.flatMap(({ engine, title }) =>
    sizes.map((size) => ({
      name: `${title}, ${size.toLocaleString('en-US')} ${unit}`,
      runs,
      point: { line: title, x: size },
      ...task(engine, size),
    })),
  );
}

const readTask = (engine: EngineName, { path, digits }: TestPage): Command =>
  ownTask(engine, 'readPages', path, String(digits));

const reading =
  'the second, third and fourth reading in a process, decoding included, their median';

export const trainingGrowthRow = (): Row => ({
  number: 6,
  name: 'growth-training',
  title: 'Growth with the number of training digits',
  about:
    'One epoch of the preset `quick`, after ten warm-up steps. Peak memory is of the whole ' +
    'process.',
  quantities: [time, memory],
  axis: 'training digits',
  preparations: [],
  competitors: atSizes(
    [6_000, 20_000, 60_000],
    'digits',
    '`trainNetwork`, up to the end of its last step',
    (engine, digits) => ownTask(engine, 'trainEpoch', 'quick', String(digits)),
  ),
});

export const pictureGrowthRow = (places: Places): Row => {
  const sizes = [0.5, 2, 8, 12, 32];
  const page = (megapixels: number): TestPage => testPage(places, megapixels, 100);
  return {
    number: 7,
    name: 'growth-picture',
    title: 'Growth with the size of the picture',
    about:
      'A JPEG page of 100 digits, read warm with the shipped page reader. Peak memory is of the ' +
      'whole process.',
    quantities: [time, memory],
    axis: 'megapixels',
    preparations: sizes.map((size) => writePage(page(size))),
    competitors: atSizes(sizes, 'megapixels', reading, (engine, size) =>
      readTask(engine, page(size)),
    ),
  };
};

export const digitsGrowthRow = (places: Places): Row => {
  const sizes = [10, 100, 400];
  const page = (digits: number): TestPage => testPage(places, 2, digits);
  return {
    number: 8,
    name: 'growth-digits',
    title: 'Growth with the number of digits on the page',
    about:
      'A JPEG page of 2 megapixels, filled with digits (the fewer, the larger), read warm with the ' +
      'shipped page reader. Peak memory is of the whole process.',
    quantities: [time, memory],
    axis: 'digits on the page',
    preparations: sizes.map((digits) => writePage(page(digits))),
    competitors: atSizes(sizes, 'digits', reading, (engine, digits) =>
      readTask(engine, page(digits)),
    ),
  };
};
