// How many jobs a second a Redis server carries that take no time themselves:
//   node build/tools/bench/tasks/emptyJobs.js redis://127.0.0.1:6379 10000
import { openJobQueue, startJobWorker } from '../../../src/processes/jobQueue';
import { forEachAtOnce } from '../../../src/processes/forEachAtOnce';
import type { Figures } from '../measure';
import { runTask } from './runTask';

/**
 * Lets a worker do nothing, again and again.
 *
 * @param url the Redis server
 * @param count how often
 */
async function emptyJobs(url: string, count: string): Promise<Figures> {
  const queue = await openJobQueue(url);
  const nothing = (): Promise<number> => Promise.resolve(0);
  const stop = await startJobWorker(url, { nothing }, 64, () => undefined);
  const start = performance.now();
  const ids = Array.from({ length: Number(count) }, (_, index) => `${process.pid} ${index}`);
  await forEachAtOnce(ids, 4096, async (id) => {
    await queue.run('nothing', { id });
  });
  const seconds = (performance.now() - start) / 1000;
  await Promise.all([queue.close(), stop()]);
  return { seconds, jobsPerSecond: ids.length / seconds };
}

runTask(emptyJobs);
