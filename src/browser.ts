// Reading in a browser, best in a worker: what the package exports for bundlers and for pages that import modules.
import { startBrowserWasm } from './engine/browserWasm';
import type { PageReader } from './reader/pageReader';
import { loadReader } from './web/loadReader';

export * from './reading';

/**
 * Starts TensorFlow as WebAssembly and loads the page reader.
 *
 * @param assets the address that the package's folder is served at, with a slash at the end: the networks are in its
 *   `models/reader`, the engine in its `dist/tensorflow`
 * @throws Error where the server does not answer, lacks a file, or the engine does not start
 */
export async function loadPageReader(assets: string): Promise<PageReader> {
  await startBrowserWasm(new URL('dist/tensorflow/', assets).href);
  return loadReader(new URL('models/reader/', assets).href);
}
