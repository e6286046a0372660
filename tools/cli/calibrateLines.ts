import { Command } from 'commander';
import { loadMnist } from '../../src/digits/mnist';
import { splitTraining } from '../../src/digits/split';
import { createDigitPool } from '../../src/pages/hand/digitPool';
import { loadPageFonts } from '../../src/pages/text/pageFonts';
import { startProgress, type Progress } from '../../src/cli/progress';
import { readReader, readReaderCard, saveReader } from '../../src/reader/folder/readerFolder';
import { calibrateLines } from '../../src/learning/line/calibrateLines';

interface CalibrateOptions {
  readonly scans: readonly string[];
  readonly sources?: readonly string[];
  readonly reader: string;
}

async function calibrate({ scans, sources, reader }: CalibrateOptions): Promise<void> {
  let progress: Progress | undefined;
  const { validation } = splitTraining((await loadMnist()).train);
  const lineCalibration = await calibrateLines(
    reader,
    scans.map((folder) => ({
      folder,
      isChosen: ({ source }) => !sources || sources.some((name) => source.startsWith(name)),
    })),
    createDigitPool(validation, loadPageFonts()),
    (done, count) => {
      progress ??= startProgress('reading pictures', count, 'pictures');
      progress.update(done);
    },
  );
  progress?.end();
  saveReader({ ...readReader(reader), lineCalibration }, readReaderCard(reader), reader);
  console.log(JSON.stringify(lineCalibration));
}

/** The command that fits how sure a reader may be of lines. */
export function calibrateLinesCommand(): Command {
  return new Command('calibrate-lines')
    .description('Calibrate the confidence of a page reader on labelled pictures')
    .requiredOption('--scans <folders...>', 'folders of pictures with labels.json')
    .option('--sources <names...>', 'only these sources; matches the start of their names')
    .requiredOption(
      '--reader <folder>',
      'folder of the page reader, which gets the new calibration',
    )
    .action(calibrate);
}
