import type { LayersModel } from '@tensorflow/tfjs-layers';
import { startEngine } from '../../engine/engine';
import { reasonOf } from '../../numbers/quote';
import { createClassifier, type Classifier, type ClassifyDigits } from '../classify';
import { modelFolder } from '../../files/shippedModels';
import { readKeras } from '../keras/readKeras';
import { loadModel } from './modelFolder';

/** The model that recognises where no other is asked for. */
export const DEFAULT_MODEL = 'standard';

function load(name: string): Promise<LayersModel> {
  return name.endsWith('.h5') ? readKeras(name) : loadModel(modelFolder(name));
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
  const classify: ClassifyDigits = async (images, count) => {
    const probabilities = await classifier(images, count).catch((error: unknown) => {
      if (error instanceof RangeError) throw error;
      throw new Error(
        `${name}: expected a network that can calculate, found: ${reasonOf(error)}; train it again`,
        { cause: error },
      );
    });
    if (probabilities.every((one) => Number.isFinite(one))) return probabilities;
    throw new Error(
      `${name}: expected probabilities, found answers that are not finite: its weights are too large; train it again`,
    );
  };
  return Object.assign(classify, {
    dispose: () => {
      classifier.dispose();
      model.dispose();
    },
  });
}
