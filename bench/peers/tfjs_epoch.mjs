// One epoch, warm. Argument: MNIST's folder.
import { build, readTensors } from './tfjs_network.mjs';

const [images, labels] = readTensors(process.argv[2], 'train');
const model = build();
const options = { batchSize: 128, epochs: 1, verbose: 0 };
await model.fit(images.slice(0, 1280), labels.slice(0, 1280), options);
const start = performance.now();
await model.fit(images, labels, options);
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
