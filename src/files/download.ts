import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadableStream } from 'node:stream/web';

/** How far a download is; told again and again while it runs. */
export interface DownloadProgress {
  readonly url: string;
  readonly receivedBytes: number;
  /** The whole length, where the server says it. */
  readonly totalBytes: number | undefined;
}

export interface DownloadOptions {
  /** How often a broken transfer is taken up again. @default 3 */
  readonly retries?: number;
  /** Milliseconds before the first retry; every further one waits twice as long. @default 1000 */
  readonly retryDelay?: number;
  /** Milliseconds without an answer or a byte after which a transfer counts as broken. @default 20000 */
  readonly patience?: number;
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** Looks at the whole file before it gets its name; throws where the content is wrong. */
  readonly verify?: (path: string) => void;
}

/** An answer of the server that no retry will change. */
class Refusal extends Error {}

async function transfer(url: string, part: string, options: DownloadOptions): Promise<void> {
  const already = existsSync(part) ? statSync(part).size : 0;
  const abort = new AbortController();
  const { patience = 20_000 } = options;
  let timer = setTimeout(() => {
    abort.abort();
  }, patience);
  const stillAlive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      abort.abort();
    }, patience);
  };
  try {
    const response = await fetch(url, {
      signal: abort.signal,
      headers: {
        // The length that is announced must be the file's own.
        'accept-encoding': 'identity',
        ...(already > 0 && { range: `bytes=${already}-` }),
      },
    });
    stillAlive();
    // 416: the part is as long as the file, or longer; only a fresh start tells.
    if (response.status === 416) {
      rmSync(part);
      throw new Error('the partial file does not fit the one on the server');
    }
    if (!response.ok || !response.body) {
      const message = `HTTP status ${response.status}`;
      const mayPass = response.status === 429 || response.status >= 500;
      throw mayPass ? new Error(message) : new Refusal(message);
    }
    const resumes = response.status === 206;
    const length = response.headers.get('content-length');
    let receivedBytes = resumes ? already : 0;
    const totalBytes = length === null ? undefined : receivedBytes + Number(length);
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    body.on('data', (chunk: Uint8Array) => {
      stillAlive();
      receivedBytes += chunk.length;
      options.onProgress?.({ url, receivedBytes, totalBytes });
    });
    await pipeline(body, createWriteStream(part, { flags: resumes ? 'a' : 'w' }));
    if (totalBytes !== undefined && receivedBytes !== totalBytes) {
      throw new Error(`the transfer ended after ${receivedBytes} of ${totalBytes} bytes`);
    }
  } catch (error) {
    throw abort.signal.aborted ? new Error(`no byte for ${patience} ms`, { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Downloads a file; it appears under its name only whole and verified.
 *
 * A broken transfer is taken up where it stopped, in this call and in the next: what has arrived waits
 * in `${path}.part`.
 *
 * @param url where from
 * @param path where to; its folder is created
 * @throws Error where the server refuses, the retries are used up or the content is wrong
 */
export async function download(
  url: string,
  path: string,
  options: DownloadOptions = {},
): Promise<void> {
  const { retries = 3, retryDelay = 1000 } = options;
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; ; attempt++) {
    try {
      await transfer(url, part, options);
      break;
    } catch (error) {
      if (error instanceof Refusal || attempt >= retries) {
        const { message, cause } = error as Error;
        const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
        throw new Error(`${url}: expected the file, found: ${reason} (attempt ${attempt + 1})`, {
          cause: error,
        });
      }
      await sleep(retryDelay * 2 ** attempt);
    }
  }
  try {
    options.verify?.(part);
  } catch (error) {
    rmSync(part);
    throw error;
  }
  renameSync(part, path);
}
