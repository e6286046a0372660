import { join } from 'node:path';
import { createRandom } from '../../numbers/random';
import { generatePage } from '../../pages/generatePage';
import type { DigitPool } from '../../pages/hand/digitPool';
import { readLabels } from '../../pages/labels/labelFile';
import type { PictureLabel } from '../../pages/labels/truth';
import { readPicture } from '../../picture/file/readPicture';
import { loadPageReader } from '../../reader/folder/readerFolder';
import {
  fitEvidence,
  type EvidenceCalibration,
  type EvidenceWeights,
  type LineCalibration,
} from '../../reader/page/lineConfidence';
import { readPage, type Page } from '../../reader/page/readPage';
import { lineReadings, type KnownReadings } from './lineReadings';

/** Labelled pictures to calibrate with. */
export interface CalibrationScans {
  /** A folder as `readLabels` reads it. */
  readonly folder: string;
  /** Which of them. @default all */
  readonly isChosen?: (label: PictureLabel) => boolean;
}

/** The made-up pages without a number. */
const emptyPages = {
  seed: 1,
  count: 60,
  contents: ['words', 'print', 'drawing', 'scenery'],
} as const;

const emptyLabel: PictureLabel = {
  file: '',
  kind: '',
  source: 'made up',
  digits: [],
  isScattered: false,
  ignored: [],
  turn: undefined,
  texts: [[]],
};

/** What was known of the readings of a page. */
interface KnownPage {
  readonly digits: KnownReadings;
  readonly numbers: KnownReadings;
  readonly isOneLine: boolean;
  /** Whether the calibration is fitted to it. */
  readonly counts: boolean;
}

/**
 * Finds out how sure a reader may be of what it reads in lines: reads real pictures, and fits how far the line reader and
 * the detector are right there.
 *
 * @param name a reader in `models`, or the path of a folder with one
 * @param scans of people whose pictures nobody judges the reader by
 * @param pool what made-up pages are written with: of real pages without a number there are few
 * @param onPicture called after every picture with how many are done of how many
 * @throws Error where a folder, a picture or the reader cannot be read
 */
export async function calibrateLines(
  name: string,
  scans: readonly CalibrationScans[],
  pool: DigitPool,
  onPicture?: (done: number, count: number) => void,
): Promise<LineCalibration> {
  const chosen = scans.flatMap(({ folder, isChosen = () => true }) =>
    readLabels(folder)
      .filter(isChosen)
      .map((label) => ({ folder, label })),
  );
  const reader = await loadPageReader(name);
  const known: KnownPage[] = [];
  const count = chosen.length + emptyPages.count;
  const add = (page: Page, label: PictureLabel): void => {
    const isOneLine = page.lines.lines.length === 1;
    // Who cuts out one line cuts out a number: made-up pages without any say nothing of cuts.
    const counts = !(isOneLine && label === emptyLabel);
    known.push({ ...lineReadings(page, label, page.toPicture), isOneLine, counts });
    onPicture?.(known.length, count);
  };
  try {
    for (const { folder, label } of chosen) {
      add(await readPage(await readPicture(join(folder, label.file)), reader), label);
    }
    const random = createRandom(emptyPages.seed);
    while (known.length < count) {
      const { picture } = generatePage(pool, random.fork(), emptyPages.contents);
      add(await readPage(picture, reader), emptyLabel);
    }
  } finally {
    reader.dispose();
  }
  const fit = (isOneLine: boolean, kind: 'digits' | 'numbers'): EvidenceWeights => {
    const own = known.filter((readings) => readings.isOneLine === isOneLine && readings.counts);
    return fitEvidence(
      own.flatMap((readings) => readings[kind].evidence),
      own.flatMap((readings) => readings[kind].isRight),
    );
  };
  const fitBoth = (isOneLine: boolean): EvidenceCalibration => ({
    digit: fit(isOneLine, 'digits'),
    number: fit(isOneLine, 'numbers'),
  });
  return { oneLine: fitBoth(true), page: fitBoth(false) };
}
