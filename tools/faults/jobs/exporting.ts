import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeras } from '../../../src/classifier/keras/readKeras';
import { startEngine } from '../../../src/engine/engine';
import { sha256 } from '../../../src/files/wholeFile';
import { digitsArguments, type Job } from '../job';
import { fingerprintOf, modelIn, modelOutcome, saveSample } from '../sampleNetwork';

const formats = { onnx: 'model.onnx', keras: 'model.h5', tfjs: 'model.json' } as const;

async function kerasOutcome(path: string): Promise<string> {
  await startEngine();
  return fingerprintOf(await readKeras(path));
}

/** A model is exported to a format. */
function exporting(format: keyof typeof formats): Job {
  const outIn = (folder: string): string => join(folder, 'out');
  const pathIn = (folder: string): string => join(outIn(folder), formats[format]);
  return {
    name: `export ${format}`,
    prepare: (folder) => saveSample('later', modelIn(folder)),
    args: (folder) =>
      digitsArguments('export', outIn(folder), '--to', format, '--model', modelIn(folder)),
    outcome: (folder) => {
      if (format === 'tfjs') return modelOutcome(outIn(folder));
      const path = pathIn(folder);
      if (!existsSync(path)) return undefined;
      return format === 'keras' ? kerasOutcome(path) : sha256(readFileSync(path));
    },
    // HDF5 holds when each of its parts was written.
    isVolatile: (name) => name.endsWith('.h5'),
    left: (folder) => (existsSync(pathIn(folder)) ? 'the file' : 'nothing'),
  };
}

/** A model is exported to every format. */
export const exportingToAll: readonly Job[] = [
  exporting('onnx'),
  exporting('keras'),
  exporting('tfjs'),
];
