import { join } from 'node:path';
import { engines, OWN, ownTask, pythonScript } from '../commands';
import { time, type Places, type Row } from '../row';

export const accuracyRow = (places: Places): Row => ({
  number: 2,
  name: 'accuracy',
  title: 'From nothing to 99 % of the test digits',
  about:
    'From the start of the process until the training is over after which at least 99.0 % of the test ' +
    'digits are right. Imports and the reading of the data count, evaluation on the test digits does ' +
    'not. Every run has another seed, the same for all.',
  quantities: [
    time,
    { key: 'accuracy', title: 'test accuracy', unit: '%', digits: 4 },
    { key: 'epochs', title: 'epochs', unit: '' },
  ],
  baseline: `${OWN}, native`,
  preparations: [],
  competitors: [
    ...engines.map(({ engine, title }) => ({
      name: `${OWN}, ${title}`,
      runs:
        'the preset `quick` as `npm run train -- --preset quick` does: 2 epochs of 55,000 digits, each ' +
        'validated on the other 5,000',
      ...ownTask(engine, 'trainQuick', join(places.scratch, `quick-${engine}`)),
    })),
    {
      name: 'Keras 3, its example',
      runs:
        'the example “Simple MNIST convnet”: Adam, batches of 128, all 60,000 digits an epoch; ' +
        'evaluated after each epoch, at most 15',
      ...pythonScript(places, 'keras', 'keras_accuracy', places.mnist),
    },
    {
      name: 'PyTorch, its example',
      runs:
        "PyTorch's own MNIST example: Adadelta, a rate of 1 that falls by 0.7 an epoch, batches of 64, " +
        'all 60,000 digits an epoch, here channels last and without a DataLoader; evaluated after ' +
        'each epoch, at most 15',
      ...pythonScript(places, 'torch', 'torch_accuracy', places.mnist),
    },
    {
      name: 'PyTorch, our recipe',
      runs:
        "this project's `quick` in PyTorch: the same network, Adam with the same one-cycle schedule, " +
        '2 epochs of 55,000 digits in batches of 256; channels last, without a DataLoader or validation',
      ...pythonScript(places, 'torch', 'torch_quick', places.mnist),
    },
  ],
});
