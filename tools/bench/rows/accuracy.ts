import { join } from 'node:path';
import { engines, OWN, ownTask, pythonScript } from '../commands';
import { time, type Places, type Row } from '../row';

export const accuracyRow = (places: Places): Row => ({
  number: 2,
  name: 'accuracy',
  title: 'From nothing to 99 % of the test digits',
  about:
    'Time from the start of the process to the end of the training that reaches 99.0 % of the ' +
    'test digits. Imports and loading the data count; evaluation on the test digits does not. ' +
    'Each run has its own seed, the same for all competitors.',
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
        'the example “Simple MNIST convnet”: Adam, batches of 128, all 60,000 digits per epoch; ' +
        'evaluated after each epoch, at most 15',
      ...pythonScript(places, 'keras', 'keras_accuracy', places.mnist),
    },
    {
      name: 'PyTorch, its example',
      runs:
        "PyTorch's own MNIST example: Adadelta, a learning rate of 1 times 0.7 per epoch, batches of " +
        '64, all 60,000 digits per epoch, here channels last and without a DataLoader; evaluated ' +
        'after each epoch, at most 15',
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
