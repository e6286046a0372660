import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A page that is served. */
export interface ServedSite {
  /** Where browsers of this machine find it. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

// With these headers browsers let WebAssembly use several threads.
const headers: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/**
 * Serves the files of a folder to this machine alone.
 *
 * @param folder what `buildSite` wrote
 * @param port 0 takes a free one
 * @throws Error where the port is taken
 */
export async function serveSite(folder: string, port: number): Promise<ServedSite> {
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
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
