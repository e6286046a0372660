import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../files/projectFolder';
import { modelFolder } from '../files/shippedModels';
import { writeWhole, writeWholeBy } from '../files/wholeFile';
import { DEFAULT_MODEL } from '../classifier/folder/loadClassifier';
import { DEFAULT_READER } from '../reader/folder/readerFolder';
import { bundle, webFolder } from './bundle';
import { makeFolder } from '../files/makeFolder';
import { contentPolicy } from './headers';

const modelFiles = {
  [DEFAULT_READER]: ['reader.json', 'weights.bin', 'lines.bin'],
  [DEFAULT_MODEL]: ['model.json', 'weights.bin'],
} as const;

/** TensorFlow's WebAssembly: with and without threads, and for browsers without SIMD. */
const wasmFiles = ['-simd', '-threaded-simd', ''].map((kind) => `tfjs-backend-wasm${kind}.wasm`);

/** What the page is made of: where each file comes from, by where it goes. */
function copiedFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  files['style.css'] = join(webFolder(), 'style.css');
  files['sample-page.png'] = join(projectFolder(), 'data', 'sample-page.png');
  const wasm = dirname(
    require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'),
  );
  for (const name of wasmFiles) files[`wasm/${name}`] = join(wasm, name);
  for (const [model, names] of Object.entries(modelFiles)) {
    for (const name of names) files[`models/${model}/${name}`] = join(modelFolder(model), name);
  }
  return files;
}

/**
 * Writes the web page that reads pictures in the browser: static files, for any server.
 *
 * @param folder is created where it does not exist
 * @throws Error where a source does not compile, or a file is missing or cannot be written
 */
export async function buildSite(folder: string): Promise<void> {
  const scripts = { 'page.js': 'page.ts', 'worker.js': join('worker', 'worker.ts') };
  const files = copiedFiles();
  const missing = Object.values(files).filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new Error(`expected ${missing.join(', ')}, found no such file; get the project again`);
  }
  for (const name of Object.keys(files)) makeFolder(dirname(join(folder, name)));
  for (const [name, entry] of Object.entries(scripts)) {
    writeWhole(join(folder, name), await bundle(entry));
  }
  for (const [name, path] of Object.entries(files)) {
    writeWholeBy(join(folder, name), (unfinished) => {
      copyFileSync(path, unfinished);
    });
  }
  // Last, so that a half-written folder is not taken for a page.
  const page = readFileSync(join(webFolder(), 'index.html'), 'utf8');
  writeWhole(join(folder, 'index.html'), page.replace('POLICY', contentPolicy));
}
