// What it brings to look at several planes in one go:
//   node build/tools/bench/tasks/batchedLooks.js
import * as tf from '@tensorflow/tfjs-core';
import { compile } from '../../../src/engine/compile';
import { startEngine } from '../../../src/engine/engine';
import { detectorAnswers, detectorTensors } from '../../../src/reader/detector/detector';
import { DEFAULT_READER, readReader } from '../../../src/reader/folder/readerFolder';
import { tell, runTask } from './runTask';
import { summarize } from '../statistics';

/** The planes of a page's levels, in pixels: height and width. */
const SIZES = [
  [800, 1040],
  [576, 752],
  [432, 544],
  [320, 400],
  [240, 304],
  [192, 224],
  [144, 176],
  [96, 112],
] as const;
const COUNTS = [1, 2, 4] as const;
/** How often each is looked at, in turn. */
const LOOKS = 9;

/** Tells, a line a size, the milliseconds for each plane where one, two and four are looked at in one go. */
async function batchedLooks(): Promise<undefined> {
  await startEngine();
  const tensors = detectorTensors(readReader(DEFAULT_READER).folded);
  const constants = Object.values(tensors).flatMap(({ filter, bias }) => [filter, bias]);
  const { run } = compile(([planes]) => [detectorAnswers(tensors, planes as tf.Tensor4D)], {
    constants,
    anySize: true,
  });
  for (const [height, width] of SIZES) {
    const times = COUNTS.map((): number[] => []);
    for (let look = 0; look <= LOOKS; look++) {
      for (const [index, count] of COUNTS.entries()) {
        const planes = tf.randomNormal([count, height, width, 1], 0, 1, 'float32', look + 1);
        const start = performance.now();
        const [answers] = run([planes]);
        await answers.data();
        // The first one warms the program up.
        if (look > 0) times[index].push((performance.now() - start) / count);
        tf.dispose([planes, answers]);
      }
    }
    const [one, two, four] = times.map((ofCount) => summarize(ofCount).median);
    tell({ width, height, one, two, four });
  }
  return undefined;
}

runTask(batchedLooks);
