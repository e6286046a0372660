import { join } from 'node:path';
import { Command } from 'commander';
import { printable } from '../numbers/printable';
import { readLabels } from '../pages/labels/labelFile';
import type { Picture } from '../picture/picture';
import type { PictureLabel } from '../pages/labels/truth';
import { DEFAULT_READER, loadPageReader } from '../reader/folder/readerFolder';
import type { PageReader } from '../reader/pageReader';
import { MIN_CONFIDENCE, readPage } from '../reader/page/readPage';
import { readPicture } from '../picture/file/readPicture';
import { scorePicture, type PictureScore } from '../scoring/scorePicture';
import { summarizeScores, type ScanEvaluation } from '../scoring/summarizeScores';
import { startProgress } from './progress';
import { exportFigure } from '../view/exportFigure';
import { reliabilityFigure } from '../view/figures/reliabilityFigure';
import type { Drawing } from '../view/gallery/drawing';
import { writeErrorGallery } from '../view/gallery/errorGallery';
import { mistakeCard } from '../view/gallery/mistakeCard';
import { makeOutputFolder } from './outputPaths';
import { parseShare } from './parseShare';
import { percent } from '../numbers/percent';
import { measurePace, scansJson, scansReport } from './scansReport';

interface EvaluateScansOptions {
  readonly scans: string;
  readonly sources?: readonly string[];
  readonly reader: string;
  readonly minConfidence: number;
  readonly gallery?: string;
  readonly json: boolean;
}

/** A picture that was read and compared with its label. */
interface ScoredScan {
  readonly score: PictureScore;
  /** From the file to the reading. */
  readonly seconds: number;
  /** What went wrong, where a gallery is asked for. */
  readonly card?: Drawing;
}

async function readScan(
  label: PictureLabel,
  { scans, minConfidence, gallery }: EvaluateScansOptions,
  reader: PageReader,
): Promise<ScoredScan> {
  const start = performance.now();
  const secondsSoFar = (): number => (performance.now() - start) / 1000;
  let picture: Picture;
  try {
    picture = await readPicture(join(scans, label.file));
  } catch (error) {
    console.error(printable((error as Error).message));
    return { score: scorePicture(label, undefined), seconds: secondsSoFar() };
  }
  const { reading } = await readPage(picture, reader, { minConfidence });
  const seconds = secondsSoFar();
  const score = scorePicture(label, reading);
  const isShown = gallery !== undefined && score.errors > 0;
  return { score, seconds, ...(isShown && { card: mistakeCard(picture, score) }) };
}

async function readScans(
  labels: readonly PictureLabel[],
  options: EvaluateScansOptions,
): Promise<ScoredScan[]> {
  const reader = await loadPageReader(options.reader);
  const progress = startProgress('reading pictures', labels.length, 'pictures');
  try {
    const scans: ScoredScan[] = [];
    for (const label of labels) {
      scans.push(await readScan(label, options, reader));
      progress.update(scans.length);
    }
    return scans;
  } finally {
    progress.end();
  }
}

async function writeGallery(
  folder: string,
  { scans: labelled, reader }: EvaluateScansOptions,
  scans: readonly ScoredScan[],
  { all, falseDigits, negatives, reliability }: ScanEvaluation,
): Promise<void> {
  const cards = [...scans]
    .sort((a, b) => b.score.errors - a.score.errors)
    .flatMap(({ card }) => card ?? []);
  const facts = [
    `${cards.length} of ${scans.length} pictures`,
    `${percent(all.accuracy)} of ${all.digits} digits right`,
    `false digits in the ${negatives} pictures without digits: ${falseDigits}`,
  ];
  const head = { title: `What ${reader} gets wrong in ${labelled}`, facts };
  const diagram = reliabilityFigure(reliability);
  const paths = [
    ...writeErrorGallery(folder, head, cards),
    ...(await exportFigure(diagram, join(folder, 'reliability'), ['png'])),
  ];
  for (const path of paths) console.error(path);
}

/** Labels of the sources that are asked for, by how their names begin. */
function fromSources(
  labels: readonly PictureLabel[],
  names: readonly string[] | undefined,
  command: Command,
): readonly PictureLabel[] {
  if (names === undefined) return labels;
  const unknown = names.find((name) => !labels.some(({ source }) => source.startsWith(name)));
  if (unknown !== undefined) {
    const known = [...new Set(labels.map(({ source }) => source))].join(', ');
    command.error(`error: --sources: expected some of ${known}; found ${unknown}`, { exitCode: 2 });
  }
  return labels.filter(({ source }) => names.some((name) => source.startsWith(name)));
}

async function run(options: EvaluateScansOptions, command: Command): Promise<void> {
  const { scans: folder, sources, gallery, json } = options;
  const labels = fromSources(readLabels(folder), sources, command);
  if (gallery !== undefined) makeOutputFolder('--gallery', gallery, command);
  const scans = await readScans(labels, options);
  const scores = scans.map(({ score }) => score);
  const seconds = scans.map((scan) => scan.seconds);
  const evaluation = summarizeScores(scores);
  const pace = measurePace(seconds);
  console.log(
    json
      ? JSON.stringify(scansJson(options, evaluation, pace, scores, seconds), null, 1)
      : scansReport(evaluation, pace, scores),
  );
  if (gallery !== undefined) await writeGallery(gallery, options, scans, evaluation);
  if (evaluation.notRead > 0) process.exitCode = 1;
}

/** The command that measures how a page reader reads labelled pictures. */
export function evaluateScansCommand(): Command {
  return new Command('evaluate-scans')
    .description('Evaluate a page reader on a folder of labelled photos and scans')
    .requiredOption(
      '--scans <folder>',
      'folder with pictures and labels.json, as `npm run pages` writes it',
    )
    .option('--sources <names...>', 'only these sources; matches the start of their names')
    .option('--reader <name>', 'name of a page reader in models, or its folder', DEFAULT_READER)
    .option(
      '--min-confidence <share>',
      'minimum confidence of an answer, 0 to 1',
      parseShare,
      MIN_CONFIDENCE,
    )
    .option(
      '--gallery <folder>',
      'write the errors as index.html and contact-sheet.png, and a reliability.png',
    )
    .option('--json', 'print one JSON object', false)
    .action(run);
}
