import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../src/files/download';

const content = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251));
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answers: Answer[];
let ranges: (string | undefined)[];
let url: string;
let path: string;

/** Sends the whole file, or what the range asks for. */
const whole: Answer = (request, response) => {
  const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  response.writeHead(start > 0 ? 206 : 200, { 'content-length': content.length - start });
  response.end(content.subarray(start));
};

/** Sends some bytes of the file, then hangs up. */
const broken: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': content.length });
  response.write(content.subarray(0, 40_000), () => setTimeout(() => response.destroy(), 50));
};

const refusing =
  (status: number): Answer =>
  (_, response) => {
    response.writeHead(status).end();
  };

beforeEach(async () => {
  ranges = [];
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    (answers.shift() ?? refusing(500))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
  path = join(mkdtempSync(join(tmpdir(), 'download-')), 'folder', 'file');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const patient = { retryDelay: 1 };

describe('a download', () => {
  it('brings the file and tells how far it is', async () => {
    answers = [whole];
    const received: number[] = [];
    await download(url, path, {
      onProgress: ({ receivedBytes, totalBytes }) => {
        expect(totalBytes).toBe(content.length);
        received.push(receivedBytes);
      },
    });
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(received.at(-1)).toBe(content.length);
  });

  it('goes on where a broken transfer stopped', async () => {
    answers = [broken, whole];
    await download(url, path, patient);
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(ranges).toEqual([undefined, 'bytes=40000-']);
  });

  it('goes on with what an earlier call left', async () => {
    answers = [broken];
    await expect(download(url, path, { ...patient, retries: 0 })).rejects.toThrow(url);
    expect(existsSync(path)).toBe(false);
    answers = [whole];
    await download(url, path, patient);
    expect(ranges.at(-1)).toBe('bytes=40000-');
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('starts afresh where the server ignores the range', async () => {
    answers = [broken, (_, response) => response.end(content)];
    await download(url, path, patient);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('tries again after the errors that pass, and says what it found when they do not', async () => {
    answers = [refusing(503), refusing(429), whole];
    await download(url, path, patient);
    answers = [refusing(500), refusing(500)];
    await expect(download(url, `${path}2`, { ...patient, retries: 1 })).rejects.toThrow(
      `${url}: expected the file, found: HTTP status 500 (attempt 2)`,
    );
  });

  it('does not ask again where the server refuses', async () => {
    answers = [refusing(404), whole];
    await expect(download(url, path, patient)).rejects.toThrow('HTTP status 404 (attempt 1)');
  });

  it('gives up on a server that falls silent', async () => {
    answers = [() => undefined];
    await expect(download(url, path, { ...patient, retries: 0, patience: 100 })).rejects.toThrow(
      'no byte for 100 ms',
    );
  });

  it('never gives the name to a file that is wrong, and forgets it', async () => {
    answers = [whole, whole];
    const verify = (): void => {
      throw new Error('wrong content');
    };
    await expect(download(url, path, { verify })).rejects.toThrow('wrong content');
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });
});
