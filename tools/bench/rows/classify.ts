import { engines, OWN, ownTask, pythonScript, tfjsScript } from '../commands';
import type { Places, Row } from '../row';

export const classifyRow = (places: Places): Row => ({
  number: 4,
  name: 'classify',
  title: 'Classifying ready images',
  about:
    'The 34,826-parameter network, untrained, warm, from images in memory to probabilities in memory: ' +
    'all 10,000 test digits in batches (median of 5 passes), and 300 digits one at a time (median of 3).',
  quantities: [
    { key: 'imagesPerSecond', title: 'in batches', unit: 'images/s', better: 'higher' },
    { key: 'milliseconds', title: 'one at a time', unit: 'ms', better: 'lower' },
  ],
  baseline: `${OWN}, native`,
  preparations: [],
  competitors: [
    ...engines.map(({ engine, title }) => ({
      name: `${OWN}, ${title}`,
      runs: 'a classifier of `createClassifier`, from bytes',
      ...ownTask(engine, 'classify'),
    })),
    {
      name: 'Keras 3, TensorFlow',
      runs:
        'the model in a `tf.function`, which is faster than `predict`, in batches of 500, from an ' +
        'array of floats',
      ...pythonScript(places, 'keras', 'keras_classify', places.mnist),
    },
    {
      name: 'PyTorch',
      runs:
        '`inference_mode`, channels last, ReLU in place, in batches of 200, which are faster than ' +
        'larger ones, from a tensor of floats',
      ...pythonScript(places, 'torch', 'torch_classify', places.mnist),
    },
    {
      name: 'plain tfjs-node',
      runs: '`model.predict` in batches of 500, from a tensor of floats',
      ...tfjsScript(places, 'tfjs_classify', places.mnist),
    },
  ],
});
