// Runs as a worker of the page.
import { expose } from 'comlink';
import * as tfl from '@tensorflow/tfjs-layers';
import { createClassifier, type Classifier } from '../../classifier/classify';
import { startBrowserWasm } from '../../engine/browserWasm';
import { weighTexts } from '../../reader/line/weighTexts';
import { readPage } from '../../reader/page/readPage';
import { cutOutDigits } from '../../reader/page/secondLook';
import { fetchFile } from '../fetchFile';
import { loadReader } from '../loadReader';
import { readNumberStrips } from './readNumberStrips';
import type { ReaderService } from './readerService';

async function loadClassifier(): Promise<Classifier> {
  const fetchFunc = (path: string): Promise<Response> => fetchFile(path);
  return createClassifier(
    await tfl.loadLayersModel('models/standard/model.json', {
      fetchFunc: fetchFunc as typeof fetch,
    }),
  );
}

const engine = startBrowserWasm(new URL('wasm/', self.location.href).href);
const classifier = engine.then(loadClassifier);
const reader = engine.then(() => loadReader('models/reader/'));

const service: ReaderService = {
  start: async () => {
    await Promise.all([reader, classifier]);
  },
  read: async (picture) => {
    const parts = await reader;
    const page = await readPage(picture, parts);
    const { reading, detected, inLines } = page;
    return {
      reading,
      images: cutOutDigits(detected, inLines),
      strips: await readNumberStrips(page, parts.readStrips),
    };
  },
  readRows: async (rows) => {
    const answers = await (await reader).readStrips(rows);
    return answers.map((answer) => weighTexts(answer, []).at(0)?.text ?? '');
  },
  classify: async (images, count) => (await classifier)(images, count),
};

expose(service);
