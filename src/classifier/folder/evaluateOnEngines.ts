import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readRegularFile } from '../../files/regularFile';
import type { DigitSet } from '../../digits/digitSet';
import { projectFolder } from '../../files/projectFolder';
import { writeWhole } from '../../files/wholeFile';
import type { EngineName } from '../../engine/engine';
import { compareEngines, type EngineResults } from './engineResults';
import { run } from '../../processes/childProcess';

/**
 * Evaluates a saved model on both engines, each in a process of its own.
 *
 * @param folder of the model
 * @param test the digits to classify; 28x28 pixels
 * @returns undefined where one of the engines does not run on this machine
 */
export async function evaluateOnEngines(
  folder: string,
  test: DigitSet,
): Promise<EngineResults | undefined> {
  const script = join(projectFolder(), 'dist', 'classifier', 'folder', 'classifyImages.js');
  const files = mkdtempSync(join(tmpdir(), 'engines-'));
  const images = join(files, 'images');
  const classifyOn = async (engine: EngineName): Promise<Float32Array | undefined> => {
    const path = join(files, engine);
    const { status } = await run(process.execPath, [script, resolve(folder), images, path], {
      environment: { DIGITS_ENGINE: engine },
    });
    return status === 0
      ? new Float32Array(new Uint8Array(readRegularFile(path, 'answers')).buffer)
      : undefined;
  };
  try {
    writeWhole(images, test.images);
    const native = await classifyOn('native');
    const wasm = await classifyOn('wasm');
    return native && wasm && compareEngines(native, wasm, test.labels);
  } finally {
    rmSync(files, { recursive: true });
  }
}
