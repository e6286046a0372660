import { join } from 'node:path';
import { engines, ownCommand, ownTask } from '../commands';
import { memory, time, type Command, type Places, type Row } from '../row';

/** A page of handwriting to be read. */
export interface TestPage {
  readonly path: string;
  readonly megapixels: number;
  readonly digits: number;
}

export function testPage({ scratch }: Places, megapixels: number, digits: number): TestPage {
  return { path: join(scratch, `${megapixels}-${digits}.jpg`), megapixels, digits };
}

export const writePage = ({ path, megapixels, digits }: TestPage): Command =>
  ownTask('wasm', 'writePage', path, String(megapixels), String(digits));

export const pagesRow = (places: Places): Row => {
  const pages = [2, 12].map((megapixels) => testPage(places, megapixels, 100));
  return {
    number: 5,
    name: 'pages',
    title: 'Reading a page of 100 digits',
    about:
      'JPEG pictures of handwriting, generated from the test digits and read with the shipped page ' +
      'reader, decoding included. Peak memory is of the whole process.',
    quantities: [time, memory],
    preparations: pages.map(writePage),
    competitors: pages.flatMap((page) =>
      engines.flatMap(({ engine, title }) => [
        {
          name: `${page.megapixels} megapixels, ${title}, warm`,
          runs: 'the second, third and fourth reading in a process, their median',
          ...ownTask(engine, 'readPages', page.path, String(page.digits)),
        },
        {
          name: `${page.megapixels} megapixels, ${title}, cold`,
          runs: 'the whole command `recognize`, from its start to its end',
          ...ownCommand(engine, 'recognize', page.path),
        },
      ]),
    ),
  };
};
