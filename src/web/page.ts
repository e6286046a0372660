// Runs in the page: starts what stands on it.
import { wrap } from 'comlink';
import { startPad } from './pad/startPad';
import { startPictures } from './picture/startPictures';
import type { ReaderService } from './worker/readerService';

const reader: ReaderService = wrap<ReaderService>(new Worker('worker.js'));
const byId = (id: string): HTMLElement => document.getElementById(id)!;

reader.start().then(
  () => {
    byId('loading').textContent = 'Ready. Everything happens on this device: no picture leaves it.';
    document.body.dataset.ready = 'true';
  },
  (error: unknown) => {
    byId('loading').textContent = (error as Error).message;
    byId('loading').classList.add('error');
  },
);
startPictures(byId('pictures'), reader);
startPad(byId('pad'), reader.classify);
