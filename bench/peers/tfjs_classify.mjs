// Classifies the test digits, warm. Argument: MNIST's folder.
import * as tf from '@tensorflow/tfjs-node';
import { build, readTensors } from './tfjs_network.mjs';

const [images] = readTensors(process.argv[2], 't10k');
const model = build();

const classify = (batch) => tf.tidy(() => model.predict(batch, { batchSize: 500 }).dataSync());

function secondsOf(passes, action) {
  action();
  const times = [];
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    action();
    times.push((performance.now() - start) / 1000);
  }
  return times.sort((a, b) => a - b)[(passes - 1) / 2];
}

const alone = Array.from({ length: 300 }, (_, index) => images.slice(index, 1));
console.log(
  JSON.stringify({
    imagesPerSecond: images.shape[0] / secondsOf(5, () => classify(images)),
    milliseconds: (1000 / alone.length) * secondsOf(3, () => alone.forEach(classify)),
  }),
);
