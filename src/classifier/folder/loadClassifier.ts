import type { LayersModel } from '@tensorflow/tfjs-layers';
import { startEngine } from '../../engine/engine';
import { createClassifier, type Classifier, type ClassifyDigits } from '../classify';
import { modelFolder } from '../../files/shippedModels';
import { readKeras } from '../keras/readKeras';
import { checkShapes, loadModel } from './modelFolder';

/** The model that recognises where no other is asked for. */
export const DEFAULT_MODEL = 'standard';

async function load(name: string): Promise<LayersModel> {
  if (!name.endsWith('.h5')) return loadModel(modelFolder(name));
  const model = await readKeras(name);
  checkShapes(name, model);
  return model;
}

/**
 * Loads a model to recognise digits with, on the engine of this process.
 *
 * @param name a model in `models`, the path of a folder with one, or of a file `.h5` of Keras
 * @returns `dispose` frees the model, too
 * @throws Error where no engine runs or the model does not load
 */
export async function loadClassifier(name = DEFAULT_MODEL): Promise<Classifier> {
  await startEngine();
  const model = await load(name);
  const classifier = createClassifier(model);
  const classify: ClassifyDigits = (images, count) => classifier(images, count);
  return Object.assign(classify, {
    dispose: () => {
      classifier.dispose();
      model.dispose();
    },
  });
}
