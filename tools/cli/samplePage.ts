import { basename, dirname } from 'node:path';
import { Command } from 'commander';
import { loadMnist } from '../../src/digits/mnist';
import { createRandom } from '../../src/numbers/random';
import { splitTraining } from '../../src/digits/split';
import { composePage } from '../../src/pages/samplePage';
import { writePicture } from '../../src/picture/file/writePicture';
import { makeFolder } from '../../src/files/makeFolder';
import { writeWhole } from '../../src/files/wholeFile';

/** The first digits of π, e, the golden ratio and √2: every digit occurs. */
const lines = ['3141592653', '2718281828', '1618033988', '1414213562'];

async function writeSamplePage(path: string, _: unknown, command: Command): Promise<void> {
  if (!path.endsWith('.png')) {
    command.error(`error: expected a .png file, found ${path}`, { exitCode: 2 });
  }
  makeFolder(dirname(path));
  const { validation } = splitTraining((await loadMnist()).train);
  writePicture(path, composePage(lines, validation, createRandom(1)));
  writeWhole(
    path.replace(/\.png$/, '.json'),
    `${JSON.stringify({ [basename(path)]: { lines } }, null, 2)}\n`,
  );
  console.log(path);
}

/** The command that writes the sample page, from handwriting that is not among the training digits. */
export function samplePageCommand(): Command {
  return new Command('sample-page')
    .description("Write the sample page of handwriting, from MNIST's validation digits")
    .argument(
      '[file]',
      'PNG file to write; the correct answers go into a .json file beside it',
      'out/sample-page.png',
    )
    .action(writeSamplePage);
}
