import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { loadClassifier } from '../../../src/classifier/folder/loadClassifier';
import { encodeHdf, type Group } from '../../../src/classifier/keras/hdf5';
import { makeZip } from '../../../tools/faults/makeZip';
import { noiseImages } from '../smallNetwork';

const folder = mkdtempSync(join(tmpdir(), 'keras-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Counts the ink of the first ten pixels only: a network whose answers are easily known. */
const kernel = Float32Array.from({ length: 7840 }, (_, at) =>
  Number(at % 10 === Math.floor(at / 10)),
);

const inputLayer = (...shape: number[]): object => ({
  class_name: 'InputLayer',
  config: { batch_shape: [null, ...shape], name: 'in' },
});
const layer = (class_name: string, config: object = {}): object => ({
  class_name,
  config: { name: class_name.toLowerCase(), ...config },
});
const dense = (activation: string): object =>
  layer('Dense', { units: 10, activation, use_bias: false });

const sequential = (...layers: object[]): string =>
  JSON.stringify({ class_name: 'Sequential', config: { name: 'sequential', layers } });

function writeKernel(group: Group, name: string): void {
  group.create_dataset({ name, data: kernel, shape: [784, 10], dtype: '<f4' });
}

function encodeH5(config: string): Promise<Uint8Array> {
  return encodeHdf((file) => {
    file.create_attribute('model_config', config);
    const weights = file.create_group('model_weights');
    weights.create_attribute('layer_names', ['dense'], [1], 'S5');
    const group = weights.create_group('dense');
    group.create_attribute('weight_names', ['sequential/dense/kernel'], [1], 'S23');
    writeKernel(group.create_group('sequential').create_group('dense'), 'kernel');
  });
}

async function encodeZip(config: string): Promise<Uint8Array> {
  const weights = await encodeHdf((file) => {
    writeKernel(file.create_group('layers').create_group('dense').create_group('vars'), '0');
  });
  return makeZip([
    { name: 'config.json', content: config },
    { name: 'model.weights.h5', content: weights },
  ]);
}

function write(name: string, content: Uint8Array | string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function answersOf(path: string): Promise<number[]> {
  const classify = await loadClassifier(path);
  const answers = await classify(images, 3);
  classify.dispose();
  return [...answers];
}

const images = noiseImages(3);

/** What the network answers, calculated without tfjs. */
const expected = [0, 1, 2].flatMap((image) => {
  const powers = Array.from({ length: 10 }, (_, digit) =>
    Math.exp(images[784 * image + digit] / 255),
  );
  const sum = powers.reduce((total, power) => total + power);
  return powers.map((power) => power / sum);
});

const models: readonly (readonly [string, string])[] = [
  ['ends in softmax', sequential(inputLayer(784), dense('softmax'))],
  ['ends in logits', sequential(inputLayer(784), dense('linear'))],
  ['ends in sigmoid', sequential(inputLayer(784), dense('sigmoid'))],
  ['flattens [28, 28]', sequential(inputLayer(28, 28), layer('Flatten'), dense('softmax'))],
  [
    'takes 0..255, and varies images to train',
    sequential(
      inputLayer(28, 28, 1),
      layer('Rescaling', { scale: 1 / 255, offset: 0 }),
      layer('RandomRotation', { factor: 0.1 }),
      layer('Flatten'),
      layer('Dropout', { rate: 0.5 }),
      dense('softmax'),
    ),
  ],
];

describe('a model of Keras', () => {
  it.each(models)('that %s is read from .keras and .h5', async (_, config) => {
    const paths = [
      write('model.keras', await encodeZip(config)),
      write('model.h5', await encodeH5(config)),
    ];
    for (const path of paths) {
      const answers = await answersOf(path);
      expect(answers).toHaveLength(30);
      answers.forEach((answer, at) => {
        expect(answer).toBeCloseTo(expected[at], 6);
      });
    }
  });

  it('is refused where it answers with anything else', async () => {
    const config = sequential(inputLayer(784), dense('tanh'));
    await expect(loadClassifier(write('model.h5', await encodeH5(config)))).rejects.toThrow(
      'model.h5: activation of the last layer: expected softmax, sigmoid or none, found "tanh"',
    );
  });

  it('is refused where its weights lie in a file that is not there', async () => {
    // Made with h5py: create_dataset('kernel', (784, 10), '<f4', external=[('weights.raw', 0, UNLIMITED)]).
    const content = gunzipSync(Buffer.from(outsideWeights.join(''), 'base64'));
    await expect(loadClassifier(write('outside.h5', content))).rejects.toThrow(
      /outside\.h5: expected a whole file of Keras, found damage \(.*external.*\); save it again/,
    );
  });

  it('is told where it is missing, or something else', async () => {
    await expect(loadClassifier(join(folder, 'none.keras'))).rejects.toThrow(
      'none.keras: expected a model that Keras has saved as .keras or .h5, found no such file',
    );
    await expect(loadClassifier(write('no.h5', 'no model'))).rejects.toThrow(
      'found something else',
    );
    await expect(loadClassifier(write('no.keras', makeZip([])))).rejects.toThrow(
      'no.keras: expected a whole file of Keras, found damage',
    );
  });
});

const outsideWeights = [
  'H4sIAAAAAAACA+1Zz08TQRSeaSlsGmpKJAEbAst66aHxR2KC8aSx1TUhYsSDCSFlaKfsxu22dreiko0c8caf4NEjR48ePfJn',
  'eDT+AzizM2M7owWC6cHwvsvre/PmzWbmmy/Nm49u9VEhX8ojDstCE6iIhnEiga4bvsSWtFjaA2k/Z1Q8m47Ny3hR1rezwvdk',
  '/MXzWo1nnxhQ67iTwloIcBnh1h484/al9BWfvmX0vHanSYP6LvV3vDga4uX9C647I/lq8noauZLfBTTLWCnWbXTClr/D49cw',
  'TmcWf3+Dpd2Tn0Nkxqfck8Mp/Z6ddU++luCewD0Z3BOl5j9yel7T0G33H9ddf7pWxaya4t1BVq9/JP3jHJzRefTG3K9pqWCY',
  '/bKYSgTkHe3VQ9KmURq/iqWOYKztOzbO28Tjh2ureIgomj4x7DmNgERRupJzz3bW6es+DWOfBE7FdoTesfiek35QxH5umFOe',
  'hN1+vMqHjSnbJG549cgjXZ63EfaDoGKv3L2zydLUZN9JkoptlqzSMKJGNTXW5PF+6Mf8Y27fYg5pxP4bEvudkI9HnVbcJm/T',
  'rIjWt33CE1skiGiSbCaJvj/frwAnAQAAAAAAAAAAAADw/2NU39FaEP6WjJ/VdywvCQt9x8uJUX1Hr6TnjbvvqIis6pel75bg',
  'jE6D6jua+zXoOxbSvqN4WRk0Hnnfke/9yL7jzVe0F9KAn9Gwzqj1DqXOHC2eT2e+LIPOgM78qTPHi3qeYN34dMZb0Hlu8hgw',
  '6v/GpNgzrPyysBkRKMp3j7w6X8PPMgXhmTP2EppIIzaas9DcBzmeYyfExzMZUXCK1cdIvbFitD9CP5TOWFKhslhF9t8bDBwL',
  'n+cN3fy0rOfJF+0bPbL7Vz52beDWRfALdRslgQAjAAA=',
];
