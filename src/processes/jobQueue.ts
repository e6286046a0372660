import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { printable } from '../numbers/printable';
import { oneLine, quote } from '../numbers/quote';
import { readQueueAddress } from './queueAddress';

// Jobs of many machines, by BullMQ over Redis: https://docs.bullmq.io.

/** The queue's name in Redis. */
const NAME = 'digits';
/** A job that fails, or whose worker dies, is tried so often. */
const TRIES = 3;
/** Milliseconds from one look at a job to the next. */
const INTERVAL = 500;
/** Milliseconds after which a worker that no longer answers counts as dead. */
const LOCK = 10_000;
/** Seconds for which it is remembered how a job ended. */
const REMEMBERED = 3600;
/** Milliseconds within which the server must answer at first. */
const PATIENCE = 5000;

/** Whom jobs are given to. */
export interface JobQueue {
  /**
   * Lets a worker do a job; the job survives that the worker, Redis, or this process dies. Asked for twice at once with
   * the same data, it is done once.
   *
   * @param data JSON; all that decides what comes of the job
   * @param onProgress called with what the worker tells while it works
   * @returns what the worker answers
   * @throws Error where every try has failed, with the last reason
   */
  readonly run: (
    name: string,
    data: object,
    onProgress?: (progress: number) => void,
  ) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Does a job; what it throws makes the job fail. */
export type DoJob = (data: unknown, tell: (progress: number) => void) => Promise<unknown>;

/** What connects to Redis, and goes on trying when it is gone later. */
async function connect(address: string): Promise<Redis> {
  const { url, shown } = readQueueAddress(address);
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  let reason = `no answer within ${PATIENCE / 1000} s`;
  connection.on('error', (error: Error) => {
    if (error.message) reason = error.message;
  });
  const answer = await Promise.race([
    connection.ping(),
    sleep(PATIENCE, undefined, { ref: false }),
  ]).catch((error: unknown) => {
    reason = (error as Error).message;
  });
  if (answer !== 'PONG') {
    connection.disconnect();
    throw new Error(
      `${shown}: cannot connect to Redis: ${oneLine(reason)}. Start a server there, or leave out --queue.`,
    );
  }
  return connection;
}

/** Names a job by all that decides what comes of it. */
function idOf(name: string, data: object): string {
  return createHash('sha256')
    .update(JSON.stringify([name, data]))
    .digest('hex');
}

/**
 * Opens the queue of a Redis server, to give jobs.
 *
 * @param url as `readQueueAddress` takes it
 * @throws Error where no server answers
 */
export async function openJobQueue(url: string): Promise<JobQueue> {
  const connection = await connect(url);
  const queue = new Queue<object, unknown>(NAME, { connection });
  // What the connection tells already ends in `reason`; without a listener it would end the process.
  queue.on('error', () => undefined);

  const add = async (name: string, id: string, data: object): Promise<void> => {
    await queue.add(name, data, {
      jobId: id,
      attempts: TRIES,
      backoff: { type: 'exponential', delay: 1000 },
      removeOnComplete: { age: REMEMBERED },
      removeOnFail: { age: REMEMBERED },
    });
  };

  return {
    async run(name, data, onProgress) {
      const id = idOf(name, data);
      const before = await queue.getJob(id);
      // An earlier run's, which its giver has long heard of.
      if (before?.finishedOn !== undefined) await before.remove();
      await add(name, id, data);
      for (;;) {
        await sleep(INTERVAL);
        // In this order: what was got before the job's end has no answer yet.
        const state = await queue.getJobState(id);
        const job = await queue.getJob(id);
        // A server that was started anew without its file has forgotten it.
        if (!job) {
          await add(name, id, data);
          continue;
        }
        if (state === 'completed') return job.returnvalue;
        if (state === 'failed') throw new Error(printable(job.failedReason));
        if (typeof job.progress === 'number') onProgress?.(job.progress);
      }
    },
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

/**
 * Does jobs of a queue until it is stopped.
 *
 * @param url as `openJobQueue` takes it
 * @param kinds what does each kind of job, by its name
 * @param atOnce how many jobs to do at once
 * @param onJob called with each job that has ended, and why it failed where it did
 * @returns what makes it take no more jobs, and waits for those that are under way
 * @throws Error where no server answers
 */
export async function startJobWorker(
  url: string,
  kinds: Readonly<Record<string, DoJob>>,
  atOnce: number,
  onJob: (name: string, error?: string) => void,
): Promise<() => Promise<void>> {
  const connection = await connect(url);
  const doJob = async (job: Job<unknown>): Promise<unknown> => {
    const kind = Object.hasOwn(kinds, job.name) ? kinds[job.name] : undefined;
    if (!kind) throw new Error(`expected a job that this version knows, found ${quote(job.name)}`);
    let last = 0;
    return kind(job.data, (progress) => {
      const now = performance.now();
      if (now - last < INTERVAL) return;
      last = now;
      job.updateProgress(progress).catch(() => undefined);
    });
  };
  const worker = new Worker<unknown, unknown>(NAME, doJob, {
    connection,
    concurrency: atOnce,
    lockDuration: LOCK,
    stalledInterval: LOCK,
    maxStalledCount: TRIES - 1,
  });
  worker.on('error', () => undefined);
  worker.on('completed', ({ name }) => {
    onJob(name);
  });
  worker.on('failed', (job, { message }) => {
    onJob(job?.name ?? 'job', message);
  });
  return async () => {
    await worker.close();
    connection.disconnect();
  };
}
