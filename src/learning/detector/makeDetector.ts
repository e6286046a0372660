import { join } from 'node:path';
import { readRegularFile } from '../../files/regularFile';
import { readJson } from '../../files/wholeFile';
import { decodeDetector } from '../../reader/detector/detectorBytes';
import {
  averageDetectors,
  foldDetector,
  type FoldedDetector,
} from '../../reader/detector/detectorWeights';
import {
  type CardTraining,
  type ReaderCard,
  type ReaderTraining,
} from '../../reader/folder/readerCard';
import { readReader, readReaderCard } from '../../reader/folder/readerFolder';
import {
  detectorRecipe,
  furtherRecipe,
  trainDetector,
  type DetectorTrainingOptions,
} from './trainDetector';
import { toCardTraining } from './cardTraining';

/** Where a detector comes from. */
export interface DetectorOrigin {
  /** A reader to go on from, in smaller steps; the result is the average of both. @default none */
  readonly from?: string | undefined;
  /** A folder with a detector that was trained by `scripts/train_detector.py`. @default none */
  readonly detector?: string | undefined;
  /** How many rounds of new crops; 0 keeps the one to go on from. @default as many as the recipe says */
  readonly rounds?: number | undefined;
}

/** A detector, and what its card tells of how it came about. */
export interface MadeDetector {
  readonly folded: FoldedDetector;
  readonly runs: Pick<ReaderCard, 'earlier'> & CardTraining;
}

/** The runs that made a reader, as its card tells them. */
function runsOf(card: ReaderCard): readonly ReaderTraining[] {
  const { earlier, weights, ...last } = card;
  return [...earlier, { ...trainingOf(last), weights }];
}

/** What a card tells of its last run. */
function trainingOf({ by, hyperparameters, seed, training }: CardTraining): CardTraining {
  return { ...(by !== undefined && { by }), hyperparameters, seed, training };
}

/** Trains a detector, or takes one that was trained elsewhere or before. */
export async function makeDetector(
  { from, detector, rounds }: DetectorOrigin,
  options: Omit<DetectorTrainingOptions, 'from'>,
): Promise<MadeDetector> {
  const before = from === undefined ? undefined : readReader(from).folded;
  const card = from === undefined ? undefined : readReaderCard(from);
  if (before && card && rounds === 0 && detector === undefined) {
    return { folded: before, runs: { earlier: card.earlier, ...trainingOf(card) } };
  }
  const { learned, run } =
    detector === undefined ? await trained(before, rounds, options) : readDetector(detector);
  return {
    folded: before ? averageDetectors(before, learned) : learned,
    runs: { earlier: card ? runsOf(card) : [], ...run },
  };
}

interface Learned {
  readonly learned: FoldedDetector;
  readonly run: CardTraining;
}

async function trained(
  before: FoldedDetector | undefined,
  rounds: number | undefined,
  options: Omit<DetectorTrainingOptions, 'from'>,
): Promise<Learned> {
  const recipe = before ? furtherRecipe : detectorRecipe;
  const hyperparameters = { ...recipe, rounds: rounds ?? recipe.rounds };
  const { values, history } = await trainDetector(hyperparameters, {
    ...options,
    ...(before && { from: before }),
  });
  return {
    learned: foldDetector(values),
    run: toCardTraining(hyperparameters, options.seed, history),
  };
}

/** Reads what `scripts/train_detector.py` wrote. */
function readDetector(folder: string): Learned {
  return {
    learned: decodeDetector(readRegularFile(join(folder, 'weights.bin'), 'a detector')),
    run: readJson(join(folder, 'training.json')) as CardTraining,
  };
}
