// Runs in the page: starts what stands on it.
import { startPad } from './pad/startPad';
import { startPictures } from './picture/startPictures';
import { connectReader } from './worker/connectReader';

const reader = connectReader('worker.js');
const byId = (id: string): HTMLElement => document.getElementById(id)!;

byId('loading').textContent = 'Loading the networks …';
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
startPad(byId('pad'), reader.classify, reader.readRows);
