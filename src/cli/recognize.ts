import { existsSync, mkdirSync, statSync } from 'node:fs';
import { isAbsolute, join, parse } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { glob, isDynamicPattern } from 'tinyglobby';
import { annotatePicture } from '../scan/annotatePicture';
import type { PageReading } from '../scan/pageReading';
import type { ClassifyDigits } from '../model/classify';
import { defaultReadOptions, readPage } from '../scan/readPage';
import { readPicture, writePicture } from '../scan/readPicture';
import { parseShare } from './parseShare';

interface RecognizeOptions {
  readonly json: boolean;
  readonly annotate?: string;
  readonly minConfidence: number;
  readonly reader?: string;
  readonly model?: string;
}

/** What one picture gave: what was read in it, or why it could not be read. */
type Outcome = { readonly file: string } & (PageReading | { readonly error: string });

/** The command that reads the digits in pictures. */
export function recognizeCommand(): Command {
  return new Command('recognize')
    .description(
      'Read the handwritten digits in pictures: one line of digits a line of handwriting, ? for a ' +
        'mark that is not readable. Exit code 0: all read, 1: some could not be, 2: wrong usage.',
    )
    .argument('[paths...]', 'PNG, JPEG, BMP, GIF or TIFF files, folders of them, or globs')
    .option('--json', 'print one JSON array with boxes, confidences and alternatives', false)
    .option('--annotate <folder>', 'write a copy of each picture with boxes and answers drawn')
    .option(
      '--min-confidence <share>',
      'the least probability of an answer, 0 to 1; less sure ones are left to a person, as ?',
      parseShare,
      defaultReadOptions.leastConfidence,
    )
    .option('--reader <name>', 'a page reader in models, or the folder of one')
    .option(
      '--model <name>',
      'a model for single digits in models, or the folder of one, that looks at each digit again',
    )
    .action(recognize);
}

async function recognize(
  given: readonly string[],
  options: RecognizeOptions,
  command: Command,
): Promise<void> {
  const { json, annotate } = options;
  const paths = given.length > 0 ? given : [await askForPath()].filter((path) => path !== '');
  if (paths.length === 0) {
    command.error('error: expected the path of a picture, found none', { exitCode: 2 });
  }
  if (annotate !== undefined) makeFolder(annotate, command);
  const files = await findPictures(paths);
  const read = await makeReader(options);

  const outcomes: Outcome[] = [];
  for (const file of files) {
    const outcome = await read(file);
    outcomes.push(outcome);
    if ('error' in outcome) console.error(outcome.error);
    else if (!json) printLines(outcome, files.length > 1);
  }
  if (json) console.log(JSON.stringify(outcomes, null, 1));
  if (outcomes.some((outcome) => 'error' in outcome)) process.exitCode = 1;
}

async function askForPath(): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) =>
    terminal.once('close', () => {
      resolve('');
    }),
  );
  const answer = await Promise.race([terminal.question('Path of a picture: '), closed]);
  terminal.close();
  // A file that is dragged onto a terminal comes in quotes.
  return answer.trim().replace(/^(['"])(.*)\1$/, '$2');
}

function makeFolder(folder: string, command: Command): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    command.error(
      `error: --annotate: expected a folder that can be made at ${folder}, found ${code}`,
      { exitCode: 2 },
    );
  }
}

/** Lists the files that paths stand for; a path that stands for none is kept, to fail when read. */
async function findPictures(paths: readonly string[]): Promise<string[]> {
  const found = paths.map(async (path) => {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) return [path];
      const inside = await glob('**/*.{png,jpg,jpeg,bmp,gif,tif,tiff}', {
        cwd: path,
        caseSensitiveMatch: false,
      });
      return inside.length > 0 ? inside.sort().map((name) => join(path, name)) : [path];
    }
    const matches = isDynamicPattern(path) ? await glob(path, { absolute: isAbsolute(path) }) : [];
    return matches.length > 0 ? matches.sort() : [path];
  });
  return [...new Set((await Promise.all(found)).flat())];
}

async function makeReader({
  annotate,
  minConfidence,
  reader: readerName,
  model,
}: RecognizeOptions): Promise<(file: string) => Promise<Outcome>> {
  const { loadPageReader } = await import('../model/spotter/readerFolder.js');
  const reader = await loadPageReader(readerName);
  const readOptions = {
    leastConfidence: minConfidence,
    ...(model !== undefined && { secondLook: await loadSecondLook(model) }),
  };
  const written = new Set<string>();
  return async (file) => {
    try {
      const picture = await readPicture(file);
      const { reading } = await readPage(picture, reader, readOptions);
      if (annotate !== undefined) {
        const name = freeName(`${parse(file).name}-annotated`, written);
        await writePicture(join(annotate, `${name}.png`), annotatePicture(picture, reading));
      }
      return { file, ...reading };
    } catch (error) {
      return { file, error: (error as Error).message };
    }
  };
}

async function loadSecondLook(model: string): Promise<ClassifyDigits> {
  const { loadRecognizer } = await import('../model/recognizer.js');
  return loadRecognizer(model);
}

// Pictures of one name in several folders do not overwrite each other's copy.
function freeName(wished: string, taken: Set<string>): string {
  let name = wished;
  for (let number = 2; taken.has(name); number++) name = `${wished}-${number}`;
  taken.add(name);
  return name;
}

function printLines({ file, lines }: { file: string } & PageReading, named: boolean): void {
  const read = lines.filter(({ digits }) => digits.some(({ digit }) => digit !== null));
  if (read.length === 0) console.error(`${file}: no digits found`);
  for (const { text } of read) console.log(named ? `${file}: ${text}` : text);
}
