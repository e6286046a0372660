import { join } from 'node:path';
import { Command } from 'commander';
import { encodeIdx } from '../../src/digits/idx';
import { loadMnist } from '../../src/digits/mnist';
import { splitTraining } from '../../src/digits/split';
import { makeStandIn, standIns } from '../../src/digits/standIns';
import { writeWhole } from '../../src/files/wholeFile';
import { makeFolder } from '../../src/files/makeFolder';

async function writeStandIns(folder: string): Promise<void> {
  const { validation } = splitTraining((await loadMnist()).train);
  makeFolder(folder);
  for (const [name, standIn] of Object.entries(standIns)) {
    const { count, width, height, images, labels } = makeStandIn(validation, standIn);
    const path = join(folder, name);
    writeWhole(`${path}-images.idx`, encodeIdx({ shape: [count, height, width], data: images }));
    writeWhole(`${path}-labels.idx`, encodeIdx({ shape: [count], data: labels }));
    console.log(`${path}-images.idx: ${count} digits, ${standIn.description}`);
  }
}

/** The command that writes imitations of other people's digits, to evaluate models on. */
export function standInsCommand(): Command {
  return new Command('stand-ins')
    .description(
      "Write imitations of other people's digits, made from MNIST's validation digits, as IDX files",
    )
    .argument('[folder]', 'folder to write', 'out/stand-ins')
    .action(writeStandIns);
}
