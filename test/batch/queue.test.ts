import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listParts, picturesOf } from '../../src/batch/parts';
import { writeDigitPictures } from '../../tools/faults/digitPictures';
import { openJobQueue, startJobWorker } from '../../src/processes/jobQueue';
import { runDigits, type Finished } from '../cli/runDigits';
import { temporaryFolder } from '../setup/temporaryFolder';
import { createRedisServer, hasRedis, layCable, type RedisServer } from './redisServer';

const title = hasRedis ? 'the queue' : 'the queue (skipped: redis-server is not installed)';

async function startRedis(): Promise<RedisServer> {
  const redis = await createRedisServer(temporaryFolder());
  await redis.start();
  onTestFinished(redis.kill);
  return redis;
}

interface RunningWorker {
  readonly ended: Promise<Finished>;
  readonly end: (signal: NodeJS.Signals) => Promise<Finished>;
}

function startWorker(url: string, root: string): RunningWorker {
  let signal: NodeJS.Signals | undefined;
  const ended = runDigits(['worker', '--processes', '1', '--root', root], {
    environment: { DIGITS_QUEUE: url },
    killWhen: () => signal !== undefined,
    get signal() {
      const wished = signal!;
      signal = undefined;
      return wished;
    },
  });
  const end = (wished: NodeJS.Signals): Promise<Finished> => {
    signal = wished;
    return ended;
  };
  return { ended, end };
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(20);
};

describe.skipIf(!hasRedis)(title, () => {
  it('does a job once, tells its progress and its answer, and tries again what fails', async () => {
    const redis = await startRedis();
    const url = `redis://127.0.0.1:${redis.port}`;
    let tries = 0;
    const stop = await startJobWorker(
      url,
      {
        double: async (data, tell) => {
          tell(1);
          await sleep(1500);
          return 2 * (data as { value: number }).value;
        },
        fail: () => Promise.reject(new Error(`try ${++tries}`)),
      },
      2,
      () => undefined,
    );
    const queue = await openJobQueue(url);
    const progress: number[] = [];
    const job = (): Promise<unknown> =>
      queue.run('double', { value: 21 }, (done) => progress.push(done));
    expect(await Promise.all([job(), job()])).toEqual([42, 42]);
    expect(progress).toContain(1);
    await expect(queue.run('fail', {})).rejects.toThrow('try 3');
    await expect(queue.run('unknown', {})).rejects.toThrow(/found "unknown"/);
    await Promise.all([queue.close(), stop()]);
  });

  it('loses nothing and reads nothing twice where a worker, the server and the connection fail', async () => {
    const folder = temporaryFolder();
    const pictures = join(folder, 'pictures');
    await writeDigitPictures(pictures, 24);
    const redis = await startRedis();
    const cable = await layCable(redis.port);
    onTestFinished(cable.remove);
    const url = `redis://127.0.0.1:${cable.port}`;
    const [first, second] = [startWorker(url, folder), startWorker(url, folder)];

    const out = join(folder, 'out');
    const batch = runDigits(['batch', pictures, '--out', out, '--queue', url]);
    const partsAre = (count: number) => (): boolean => {
      try {
        return listParts(out).length >= count;
      } catch {
        return false;
      }
    };
    await until(partsAre(1));
    await first.end('SIGKILL');
    await until(partsAre(2));
    cable.cut();
    await redis.kill();
    await sleep(2000);
    await redis.start();
    cable.mend();
    expect(await batch).toMatchObject({ status: 0 });
    const drained = await second.end('SIGTERM');
    expect(drained.status).toBe(0);
    expect(drained.stderr).toMatch(/SIGTERM: ending what is under way …\n[1-9] jobs done\n$/);

    expect(listParts(out).flatMap(picturesOf)).toHaveLength(24);
    const table = join(folder, 'queue.csv');
    expect(await runDigits(['collect', out, pictures, '--out', table])).toMatchObject({
      status: 0,
      stderr: `${table}: 24 of 24 pictures, 0 could not be read\n`,
    });
    const oneByOne = join(folder, 'one-by-one.csv');
    await runDigits(['recognize', pictures, '--out', oneByOne]);
    expect(readFileSync(table).equals(readFileSync(oneByOne))).toBe(true);
  });

  it('reads for two batches of the same pictures at once, and only below the folders of the worker', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const pictures = join(folder, 'pictures');
    await writeDigitPictures(pictures, 2);
    const redis = await startRedis();
    const url = `redis://127.0.0.1:${redis.port}`;
    const worker = startWorker(url, folder);
    const outs = ['one', 'other'].map((name) => join(folder, name));
    const read = (out: string): Promise<Finished> =>
      runDigits(['batch', pictures, '--out', out, '--queue', url]);
    await Promise.all(outs.map(read));
    const told = outs.map((out) => listParts(out).flatMap(picturesOf));
    expect(told.map((pictures) => pictures.map(({ isFailed }) => isFailed))).toEqual([
      [false, false],
      [false, false],
    ]);
    await read(elsewhere);
    expect(
      listParts(elsewhere)
        .flatMap(picturesOf)
        .map(({ isFailed }) => isFailed),
    ).toEqual([true, true]);
    expect((await worker.end('SIGTERM')).stderr).toContain(
      `read: ${elsewhere}: expected a path below ${folder}, found that it leads elsewhere`,
    );
  });

  it('trains the trials of a sweep', async () => {
    const folder = temporaryFolder();
    const redis = await startRedis();
    const url = `redis://127.0.0.1:${redis.port}`;
    const grid = join(folder, 'grid.json');
    const values = { epochs: [1], 'layers.0.filters': [4], learningRate: [0.01, 0.001] };
    writeFileSync(grid, JSON.stringify({ preset: 'quick', trainingCount: 200, values }));
    const worker = startWorker(url, folder);
    const out = join(folder, 'out');
    const sweep = ['sweep', '--grid', grid, '--out', out];
    const { status, stderr } = await runDigits([...sweep, '--queue', url]);
    expect(status).toBe(0);
    expect(stderr.match(/validation error/g)).toHaveLength(2);
    expect((await worker.end('SIGTERM')).stderr).toContain('2 jobs done');
    // The results are those that trials on this machine are kept as.
    expect((await runDigits(sweep)).stderr.match(/\(kept\)/g)).toHaveLength(2);
  });

  it('says where there is no server, without the password', async () => {
    await expect(openJobQueue('REDIS://me:secret@127.0.0.1:1?password=secret')).rejects.toThrow(
      /^redis:\/\/127\.0\.0\.1:1: cannot connect to Redis: .*ECONNREFUSED/,
    );
  });
});
