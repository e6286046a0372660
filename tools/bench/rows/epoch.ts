import { engines, OWN, ownTask, pythonScript, tfjsScript } from '../commands';
import { time, type Places, type Row } from '../row';

export const epochRow = (places: Places): Row => ({
  number: 1,
  name: 'epoch',
  title: 'One epoch of the same network',
  about:
    'All 60,000 training digits once through the network of the Keras example “Simple MNIST ' +
    'convnet” (34,826 parameters), with Adam and batches of 128, after ten warm-up steps. Imports ' +
    'and loading the data do not count, and there is no validation.',
  quantities: [time],
  baseline: `${OWN}, native`,
  preparations: [],
  competitors: [
    ...engines.map(({ engine, title }) => ({
      name: `${OWN}, ${title}`,
      runs: '`trainNetwork`, up to the end of its last step; its batches are made of bytes',
      ...ownTask(engine, 'trainEpoch', 'example', '60000'),
    })),
    {
      name: 'Keras 3, TensorFlow',
      runs: '`model.fit` with arrays of floats in memory, compiled to a graph, as is its default',
      ...pythonScript(places, 'keras', 'keras_epoch', places.mnist),
    },
    {
      name: 'PyTorch',
      runs:
        'the usual loop, channels last, ReLU in place, the digits as one tensor of floats in memory ' +
        'without a DataLoader, as many threads as cores',
      ...pythonScript(places, 'torch', 'torch_epoch', places.mnist),
    },
    {
      name: 'plain tfjs-node',
      runs: '`model.fit` with tensors in memory, on the same TensorFlow library as this project',
      ...tfjsScript(places, 'tfjs_epoch', places.mnist),
    },
  ],
});
