import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'undici';
import { explainConnectionError } from './connectionError';
import { withLock } from './lock';
import { makeFolder } from './makeFolder';
import { recall, remember } from './memory';
import { Refusal, request } from './request';
import { explainWriteError, WriteError } from './writeError';

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
  /** Whether the user has named this very address, so that it may be without encryption. @default false */
  readonly allowHttp?: boolean;
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** Looks at the whole file before it gets its name; throws where the content is wrong. */
  readonly verify?: (path: string) => void;
}

/** What has arrived of a file, and the mark by which its server knows this very content again. */
class Part {
  readonly path: string;
  private readonly tagPath: string;

  constructor(readonly target: string) {
    this.path = `${target}.part`;
    this.tagPath = `${target}.part.tag`;
  }

  /** How many bytes have arrived. */
  get size(): number {
    return statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** The mark; undefined where what has arrived cannot be gone on with. */
  get tag(): string | undefined {
    const tag = recall(this.tagPath);
    return this.size > 0 && typeof tag === 'string' ? tag : undefined;
  }

  /** Starts afresh, with content of this mark; a weak one does not stand for every byte. */
  begin(tag: string | null): void {
    this.remove();
    if (tag?.startsWith('"')) remember(this.tagPath, tag);
  }

  finish(): void {
    try {
      renameSync(this.path, this.target);
    } catch (error) {
      throw explainWriteError(this.target, error);
    }
    this.remove();
  }

  remove(): void {
    for (const path of [this.path, this.tagPath]) rmSync(path, { force: true });
  }
}

/** Where in the file the body of an answer begins. */
function startOf(response: Response, part: Part): number {
  if (response.status !== 206) return 0;
  const range = response.headers.get('content-range') ?? 'none';
  if (range.startsWith(`bytes ${part.size}-`)) return part.size;
  part.remove();
  throw new Error(`the range ${range} instead of the one from byte ${part.size}`);
}

/** Whether an answer says that the part is the whole file already. */
function isWhole(response: Response, part: Part): boolean {
  if (response.status !== 416) return false;
  if (response.headers.get('content-range') === `bytes */${part.size}`) return true;
  part.remove();
  throw new Error('the partial file does not fit the one on the server');
}

async function transfer(url: string, part: Part, options: DownloadOptions): Promise<void> {
  const { patience = 20_000, allowHttp = false } = options;
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, patience);
  let writing: Error | undefined;
  try {
    const { tag } = part;
    const headers = {
      // The length that is announced must be the file's own.
      'accept-encoding': 'identity',
      ...(tag !== undefined && { range: `bytes=${part.size}-`, 'if-range': tag }),
    };
    const response = await request(url, { signal: abort.signal, headers }, allowHttp);
    timer.refresh();
    if (isWhole(response, part)) return;
    if (!response.ok || !response.body) {
      const message = `HTTP status ${response.status}`;
      const mayPass = response.status === 429 || response.status >= 500;
      throw mayPass ? new Error(message) : new Refusal(message);
    }
    let receivedBytes = startOf(response, part);
    if (receivedBytes === 0) part.begin(response.headers.get('etag'));
    const length = response.headers.get('content-length');
    const totalBytes = length === null ? undefined : receivedBytes + Number(length);
    const body = Readable.fromWeb(response.body);
    body.on('data', (chunk: Uint8Array) => {
      timer.refresh();
      receivedBytes += chunk.length;
      options.onProgress?.({ url, receivedBytes, totalBytes });
    });
    const file = createWriteStream(part.path, {
      flags: receivedBytes > 0 ? 'a' : 'w',
      flush: true,
    });
    file.once('error', (error) => {
      if ('syscall' in error) writing = error;
    });
    await pipeline(body, file);
    if (totalBytes !== undefined && receivedBytes !== totalBytes) {
      throw new Error(`the transfer ended after ${receivedBytes} of ${totalBytes} bytes`);
    }
  } catch (error) {
    if (writing) throw explainWriteError(part.target, writing);
    if (abort.signal.aborted) throw new Error(`no byte for ${patience} ms`, { cause: error });
    throw explainConnectionError(error as Error, process.env);
  } finally {
    clearTimeout(timer);
  }
}

async function bring(url: string, part: Part, options: DownloadOptions): Promise<void> {
  const { retries = 3, retryDelay = 1000, verify } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      await transfer(url, part, options);
      break;
    } catch (error) {
      if (error instanceof WriteError) {
        // The room is needed more than a start.
        part.remove();
        throw error;
      }
      if (error instanceof Refusal || attempt >= retries) {
        const { message } = error as Error;
        throw new Error(`${url}: expected the file, found: ${message} (attempt ${attempt + 1})`, {
          cause: error,
        });
      }
      await sleep(retryDelay * 2 ** attempt);
    }
  }
  try {
    verify?.(part.path);
  } catch (error) {
    part.remove();
    const { message } = error as Error;
    throw new Error(`${url}: expected the file, found another: ${message}`, { cause: error });
  }
  part.finish();
}

/**
 * Downloads a file, unless it is there; it appears under its name only whole and verified.
 *
 * A broken transfer is taken up where it stopped, in this call and in the next, where the server names the very same
 * content (its ETag): what has arrived waits in `${path}.part`. Of processes that download a file at once, one waits
 * for the other.
 *
 * @param url where from; `https:`, or `http:` to this machine
 * @param path where to; its folder is created
 * @throws Error where the server refuses, the retries are used up or the content is wrong; WriteError where the disk
 *   does not take it
 */
export async function download(
  url: string,
  path: string,
  options: DownloadOptions = {},
): Promise<void> {
  makeFolder(dirname(path));
  await withLock(`${path}.lock`, async () => {
    const part = new Part(path);
    if (existsSync(path)) part.remove();
    else await bring(url, part, options);
  });
}
