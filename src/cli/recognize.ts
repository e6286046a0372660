import { Command } from 'commander';
import { printable } from '../numbers/printable';
import { doubt } from '../reader/page/doubt';
import {
  isRead,
  nameOf,
  outcomeJson,
  type Outcome,
  type ReadPicture,
} from '../reader/page/outcome';
import { readFile } from '../reader/folder/readFile';
import type { DecimalMark } from '../reader/page/numberValue';
import { MIN_CONFIDENCE, type ReadOptions } from '../reader/page/readPage';
import { startProgress } from './progress';
import type { DoubtfulReading } from '../view/doubtfulReadings';
import { tableEndings, writeTable } from '../view/tableFile';
import type { TableRows } from '../view/tableRows';
import { decimalOption } from './decimalOption';
import { collectDoubtful, writeSheet } from './doubtfulDigits';
import { askForPath, findPictures } from './findPictures';
import { makeOutputFolder, makeRoom, parseSheetPath, parseTablePath } from './outputPaths';
import { parseShare } from './parseShare';
import { rowsOption } from './rowsOption';
import { stopOnInterrupt } from './stopOnInterrupt';
import type { UsePicture } from './usePicture';
import { writeCopies } from './writeCopies';

interface RecognizeOptions {
  readonly json: boolean;
  readonly out?: string;
  readonly rows: TableRows;
  readonly annotate?: string;
  readonly sheet?: string;
  readonly minConfidence: number;
  readonly digitsOnly: boolean;
  readonly decimal?: DecimalMark;
  readonly reader?: string;
}

/** The command that reads the digits in pictures. */
export function recognizeCommand(): Command {
  return new Command('recognize')
    .description(
      'Read the handwritten numbers in pictures. Prints one line of text per line of handwriting, with ? for ' +
        'unreadable marks. Exit codes: 0 all pictures read, 1 some could not be read, 2 wrong usage.',
    )
    .argument(
      '[paths...]',
      'PNG, JPEG, WebP, AVIF, HEIC, TIFF, BMP, GIF and PDF files, folders of them, or globs',
    )
    .option('--json', 'print one JSON array with boxes, confidences and alternatives', false)
    .option(
      '--out <file>',
      `write a table (${tableEndings.join(', ')}) with one row per number: file, line, position, text, ` +
        'value, confidence, box, alternatives, text of the line, turn and tilt; a picture without ' +
        'numbers has one row, an unreadable one a row with its error',
      parseTablePath,
    )
    .addOption(rowsOption())
    .option(
      '--annotate <folder>',
      'write a copy of each picture with boxes and answers: blue for confident, orange for doubtful, grey ' +
        'for rejected',
    )
    .option(
      '--sheet <file.html>',
      'write a page of doubtful digits to check and correct: answers below ' +
        `${doubt.sureAnswer} and rejected marks above ${doubt.unlikelyMark}`,
      parseSheetPath,
    )
    .option(
      '--min-confidence <share>',
      'minimum confidence of an answer, 0 to 1; less certain ones are printed as ?',
      parseShare,
      MIN_CONFIDENCE,
    )
    .option('--digits-only', 'leave out signs such as points, commas and dashes', false)
    .addOption(decimalOption())
    .option('--reader <name>', 'name of a page reader in models, or its folder')
    .action(recognize);
}

async function recognize(
  given: readonly string[],
  options: RecognizeOptions,
  command: Command,
): Promise<void> {
  const { json, out, annotate, sheet, minConfidence, digitsOnly, decimal } = options;
  const paths = given.length > 0 ? given : [await askForPath()].filter((path) => path !== '');
  if (paths.length === 0) {
    command.error('error: No picture given. Name files, folders or globs.', { exitCode: 2 });
  }
  if (annotate !== undefined) makeOutputFolder('--annotate', annotate, command);
  if (out !== undefined) makeRoom('--out', out, command);
  if (sheet !== undefined) makeRoom('--sheet', sheet, command);
  const files = await findPictures(paths);
  const doubtful: DoubtfulReading[] = [];
  const uses: readonly UsePicture[] = [
    ...(annotate === undefined ? [] : [writeCopies(annotate)]),
    ...(sheet === undefined ? [] : [await collectDoubtful(doubtful)]),
  ];
  // Before the pictures: what is missing for the table must not be found out when all are read.
  const { outcomeTable } = out === undefined ? {} : await import('../view/outcomeTable.js');
  const { loadPageReader } = await import('../reader/folder/readerFolder.js');
  const reader = await loadPageReader(options.reader);
  const readOptions: ReadOptions = { minConfidence, signs: !digitsOnly, decimal };

  // Kept only where a table or a page is made of all: thousands of pictures take no more memory than one.
  const outcomes: Outcome[] = [];
  const keeps = out !== undefined || sheet !== undefined;
  let areAllRead = true;
  const print = json ? jsonPrinter() : textPrinter(files.length > 1);
  const progress = files.length > 1 && startProgress('Reading', files.length, 'pictures');
  const interruption = keeps ? stopOnInterrupt() : undefined;
  try {
    for (const [done, file] of files.entries()) {
      for await (const { outcome, picture } of readFile(file, reader, readOptions)) {
        if (picture) for (const use of uses) await use(outcome, picture, outcome);
        if (keeps) outcomes.push(outcome);
        areAllRead &&= isRead(outcome);
        const printOutcome = (): void => {
          print.outcome(outcome);
        };
        if (progress) progress.beside(printOutcome);
        else printOutcome();
        if (interruption?.signal.aborted) break;
      }
      if (interruption?.signal.aborted) break;
      if (progress) progress.update(done + 1);
    }
  } finally {
    // Also where the reading ends early: what was read may have taken hours.
    interruption?.release();
    if (progress) progress.end();
    print.end();
    if (out !== undefined) writeTable(outcomeTable!(outcomes, options.rows), out);
    if (sheet !== undefined) await writeSheet(sheet, outcomes, doubtful);
  }
  if (!areAllRead) process.exitCode = 1;
  if (interruption?.signal.aborted) {
    console.error(`interrupted: ${outcomes.length} pictures and pages are kept`);
    process.exitCode = interruption.signal.reason as number;
  }
}

/** Prints what was read, picture by picture. */
interface OutcomePrinter {
  readonly outcome: (outcome: Outcome) => void;
  readonly end: () => void;
}

/** Prints one JSON array, an element a picture. */
function jsonPrinter(): OutcomePrinter {
  let separator = '[\n';
  return {
    outcome: (outcome) => {
      process.stdout.write(`${separator}${printable(JSON.stringify(outcomeJson(outcome)))}`);
      separator = ',\n';
      if (!isRead(outcome)) console.error(printable(outcome.error));
    },
    end: () => {
      console.log(separator === ',\n' ? '\n]' : '[]');
    },
  };
}

/** Prints the lines of text, behind the names of their pictures where there are several. */
function textPrinter(isNamed: boolean): OutcomePrinter {
  return {
    outcome: (outcome) => {
      if (isRead(outcome)) printLines(outcome, isNamed);
      else console.error(printable(outcome.error));
    },
    end: () => undefined,
  };
}

function printLines(picture: ReadPicture, isNamed: boolean): void {
  const name = printable(nameOf(picture));
  const read = picture.lines.filter(({ digits }) => digits.some(({ digit }) => digit !== null));
  if (read.length === 0) console.error(`${name}: no digits found`);
  const prefix = isNamed || picture.page !== undefined ? `${name}: ` : '';
  for (const { text } of read) console.log(prefix + text);
}
