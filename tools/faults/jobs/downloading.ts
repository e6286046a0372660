import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256 } from '../../../src/files/wholeFile';
import { createRandom } from '../../../src/numbers/random';
import { taskArguments, type Job, type Surroundings } from '../job';

const random = createRandom(1);
const content = Uint8Array.from({ length: 600_000 }, () => random.integer(256));
const TAG = '"first"';

/** Bytes that are sent at once, and milliseconds between two times. */
const [CHUNK, PAUSE] = [20_000, 10];

/** Serves the file slowly, from where it is asked for. */
async function serve(): Promise<Surroundings> {
  const server = createServer((request, response) => {
    const { range, 'if-range': tag } = request.headers;
    const from = tag === TAG ? Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0) : 0;
    if (from >= content.length) {
      response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
      return;
    }
    response.writeHead(from > 0 ? 206 : 200, {
      etag: TAG,
      'content-length': content.length - from,
      ...(from > 0 && {
        'content-range': `bytes ${from}-${content.length - 1}/${content.length}`,
      }),
    });
    const send = async (): Promise<void> => {
      for (let at = from; at < content.length && !response.destroyed; at += CHUNK) {
        response.write(content.subarray(at, at + CHUNK));
        await sleep(PAUSE);
      }
      response.end();
    };
    void send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    environment: { SOURCE: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file` },
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const fileIn = (folder: string): string => join(folder, 'file');

/** A file is downloaded. */
export const downloading: Job = {
  name: 'download',
  surround: serve,
  args: (folder) => taskArguments('downloadFile', fileIn(folder)),
  outcome: (folder) => {
    const path = fileIn(folder);
    return existsSync(path) ? sha256(readFileSync(path)) : undefined;
  },
  left: (folder) => {
    if (existsSync(fileIn(folder))) return 'the file';
    const part = statSync(`${fileIn(folder)}.part`, { throwIfNoEntry: false });
    return part && part.size > 0 ? 'a part to go on from' : 'nothing';
  },
};
