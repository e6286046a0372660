import { loadMnist } from '../../../src/digits/mnist';
import { createRandom } from '../../../src/numbers/random';
import { startEngine } from '../../../src/engine/engine';
import { preferThroughput } from '../../../src/engine/preferThroughput';
import { createClassifier } from '../../../src/classifier/classify';
import { createNetwork } from '../../../src/classifier/network';
import { exampleNetwork } from '../exampleNetwork';
import type { Figures } from '../measure';
import { summarize } from '../statistics';
import { runTask } from './runTask';

/** How many images are classified one at a time. */
const ALONE = 300;

async function secondsOf(passes: number, action: () => Promise<void>): Promise<number> {
  await action();
  const times: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    await action();
    times.push((performance.now() - start) / 1000);
  }
  return summarize(times).median;
}

/** Measures how fast all test digits are classified, and how long each takes that comes alone; both warm. */
async function classify(): Promise<Figures> {
  preferThroughput();
  await startEngine();
  const { images, count } = (await loadMnist()).test;
  const classifyDigits = createClassifier(createNetwork(exampleNetwork.layers, createRandom(1)));
  const all = await secondsOf(5, async () => {
    await classifyDigits(images, count);
  });
  const alone = await secondsOf(3, async () => {
    for (let index = 0; index < ALONE; index++) {
      await classifyDigits(images.subarray(index * 784, (index + 1) * 784), 1);
    }
  });
  return { imagesPerSecond: count / all, milliseconds: (1000 * alone) / ALONE };
}

runTask(classify);
