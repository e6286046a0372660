import { join } from 'node:path';
import { engines, OWN, ownCommand, ownTask, pythonScript } from '../commands';
import { time, type Places, type Row } from '../row';

export const startRow = (places: Places): Row => {
  const at = (name: string): string => join(places.scratch, name);
  const [bytes, picture] = [at('digit.bytes'), at('digit.png')];
  const [keras, torch] = [at('digit.keras'), at('digit.pt')];
  return {
    number: 3,
    name: 'start',
    title: 'One digit from a cold start',
    about:
      'Wall-clock time of a process that recognises the first test digit. A run counts only if it ' +
      'prints a 7.',
    quantities: [time],
    baseline: `${OWN}, native`,
    preparations: [
      ownTask('wasm', 'writeDigit', bytes, picture),
      pythonScript(places, 'keras', 'keras_epoch', places.mnist, keras),
      pythonScript(places, 'torch', 'torch_epoch', places.mnist, torch),
    ],
    competitors: [
      ...engines.map(({ engine, title }) => ({
        name: `${OWN}, ${title}`,
        runs: '`recognize` of a PNG of 180 x 216 pixels: finds the digit on the paper, then reads it',
        answer: '7',
        ...ownCommand(engine, 'recognize', picture),
      })),
      {
        name: 'Keras 3, TensorFlow',
        runs: 'loads a .keras file of the 34,826-parameter network and 28x28 bytes that are ready',
        answer: '7',
        ...pythonScript(places, 'keras', 'keras_recognize', keras, bytes),
      },
      {
        name: 'PyTorch',
        runs: 'loads the state of the 34,826-parameter network and 28x28 bytes that are ready',
        answer: '7',
        ...pythonScript(places, 'torch', 'torch_recognize', torch, bytes),
      },
      {
        name: 'RapidOCR',
        runs: 'its default models on the PNG (install `rapidocr-onnxruntime` into bench/.venv)',
        answer: '7',
        ...pythonScript(places, 'rapidocr-onnxruntime', 'rapidocr_recognize', picture),
      },
    ],
  };
};
