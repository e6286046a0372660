import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { sha256 } from '../files/wholeFile';
import { headersFor } from './headers';

/** A page that is served. */
export interface ServedSite {
  /** Where browsers of this machine find it. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

interface ServedFile {
  readonly content: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads a whole folder, so that nothing that happens to it later, and no client that leaves, matters. */
function readSite(folder: string): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    const address = file.slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/');
    const headers = { ...headersFor(extname(file)), ETag: `"${sha256(content)}"` };
    files.set(address, { content, headers });
  }
  return files;
}

/** Answers with a file; ranges are not offered, which HTTP leaves to the server. */
function answerWith(files: ReadonlyMap<string, ServedFile>): RequestListener {
  return ({ method, url = '', headers }, response) => {
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const path = url.replace(/[?#].*/s, '');
    const file = files.get(path === '/' ? '/index.html' : path);
    if (!file) response.writeHead(404).end();
    else if (headers['if-none-match'] === file.headers.ETag)
      response.writeHead(304, file.headers).end();
    else {
      const length = { 'Content-Length': file.content.length };
      response.writeHead(200, { ...file.headers, ...length }).end(file.content);
    }
  };
}

/**
 * Serves the files of a folder, as they are now, to this machine alone.
 *
 * @param folder what `buildSite` wrote
 * @param port 0 takes a free one
 * @throws Error where the folder cannot be read or the port is taken
 */
export async function serveSite(folder: string, port: number): Promise<ServedSite> {
  const server = createServer(answerWith(readSite(folder)));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const found = error.code === 'EADDRINUSE' ? 'it taken' : error.message;
      reject(
        new Error(`port ${port}: expected it to be free, found ${found}; name another by --port`),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
