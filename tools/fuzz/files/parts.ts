import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listParts, picturesOf, readPart, writePart } from '../../../src/batch/parts';
import { happens } from '../../../src/numbers/chance';
import type { Outcome } from '../../../src/reader/page/outcome';
import { demand, type FuzzKind } from '../fuzzKind';
import { mutateBytes } from '../mutateBytes';

const outcomes: readonly Outcome[] = [
  { file: 'a.png', width: 9, height: 9, turn: 0, tilt: 0, lines: [], refused: [] },
  { file: 'b.png', error: 'b.png: damaged' },
];

/** A part as a batch writes it. */
function wholePart(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-part-'));
  try {
    mkdirSync(join(folder, 'parts'));
    writePart(
      folder,
      outcomes.map((outcome, at) => ({ file: outcome.file, key: `key${at}`, outcomes: [outcome] })),
    );
    return readFileSync(listParts(folder)[0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let whole: Buffer | undefined;

/** Parts of a batch, as disks and copies damage them. */
export const partKind: FuzzKind = {
  name: 'part',
  create: (random) => {
    whole ??= wholePart();
    return { 'a.parquet': happens(random, 0.9) ? mutateBytes(random, whole) : whole };
  },
  read: (folder) => {
    const path = join(folder, readdirSync(folder)[0]);
    demand(readPart(path).height > 0, 'a part of no pictures');
    for (const { file } of picturesOf(path))
      demand(typeof file === 'string', 'a picture of no name');
  },
};
