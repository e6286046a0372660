import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder } from '../../../src/files/shippedModels';
import { sha256 } from '../../../src/files/wholeFile';
import { happens } from '../../../src/numbers/chance';
import { decodeLineReader } from '../../../src/reader/line/lineBytes';
import {
  DEFAULT_READER,
  readReader,
  readReaderCard,
} from '../../../src/reader/folder/readerFolder';
import { demandFinite, type FuzzKind } from '../fuzzKind';
import { mutateBytes } from '../mutateBytes';
import { mutateJson } from '../mutateJson';

const shipped = (name: string): Buffer => readFileSync(join(modelFolder(DEFAULT_READER), name));

/** Folders of page readers: any of their files damaged, some with the checksums of the damaged ones. */
export const readerKind: FuzzKind = {
  name: 'reader',
  create: (random) => {
    const damaged = (name: string): Buffer =>
      happens(random, 0.3) ? mutateBytes(random, shipped(name)) : shipped(name);
    const [weights, lines] = [damaged('weights.bin'), damaged('lines.bin')];
    const description = JSON.parse(shipped('reader.json').toString()) as object;
    const agreed = happens(random, 0.7)
      ? { ...description, weights: sha256(weights), lines: sha256(lines) }
      : description;
    return {
      'reader.json': happens(random, 0.5)
        ? mutateJson(random, agreed)
        : Buffer.from(JSON.stringify(agreed)),
      'weights.bin': weights,
      'lines.bin': lines,
      'card.json': mutateJson(random, { weights: sha256(weights) }),
    };
  },
  read: (folder) => {
    const { folded, lines, calibration, lineCalibration } = readReader(folder);
    demandFinite(folded, 'the network');
    demandFinite(calibration, 'the calibration');
    demandFinite(lineCalibration, 'the calibration of lines');
    demandFinite(decodeLineReader(lines), 'the network that reads lines');
    readReaderCard(folder);
  },
};
