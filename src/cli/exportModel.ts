import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { DEFAULT_MODEL } from '../classifier/folder/loadClassifier';
import { loadModel, saveModel } from '../classifier/folder/modelFolder';
import { writeKeras } from '../classifier/keras/writeKeras';
import { encodeOnnx } from '../classifier/onnx/encodeOnnx';
import { startEngine } from '../engine/engine';
import { modelFolder } from '../files/shippedModels';
import { writeWhole } from '../files/wholeFile';
import { makeFolder } from '../files/makeFolder';

/** Writes a model into a folder, and says where it lies there. */
type Exporter = (model: LayersModel, folder: string) => Promise<string>;

const exporters: Readonly<Record<string, Exporter>> = {
  onnx: (model, folder) => {
    const path = join(folder, 'model.onnx');
    writeWhole(path, encodeOnnx(model));
    return Promise.resolve(path);
  },
  keras: async (model, folder) => {
    const path = join(folder, 'model.h5');
    await writeKeras(model, path);
    return path;
  },
  tfjs: async (model, folder) => {
    await saveModel(model, folder);
    return join(folder, 'model.json');
  },
};

interface ExportOptions {
  readonly model: string;
  readonly to: string;
}

async function exportModel(folder: string, { model: name, to }: ExportOptions): Promise<void> {
  await startEngine();
  const model = await loadModel(modelFolder(name));
  makeFolder(folder);
  const path = await exporters[to](model, folder);
  model.dispose();
  console.log(`${path}: from [count, 28, 28, 1], ink in 0..1, to ten probabilities`);
}

/** The command that writes a model for other programs. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write a model for ONNX, Keras or TensorFlow.js')
    .argument('<folder>', 'folder to write; created if missing')
    .addOption(
      new Option(
        '--to <format>',
        'format to write: model.onnx, model.h5 (Keras), or model.json with weights (tfjs)',
      )
        .choices(Object.keys(exporters))
        .makeOptionMandatory(),
    )
    .option('--model <name>', 'name of a model in models, or its folder', DEFAULT_MODEL)
    .action(exportModel);
}
