import type { LayersModel } from '@tensorflow/tfjs-layers';
import { startEngine } from '../../engine/engine';
import { quote, reasonOf } from '../../numbers/quote';
import { CLASSES, createClassifier, type Classifier, type ClassifyDigits } from '../classify';
import { modelFolder } from '../../files/shippedModels';
import { readKeras } from '../keras/readKeras';
import { loadModel } from './modelFolder';

/** The model that recognises where no other is asked for. */
export const DEFAULT_MODEL = 'standard';

function load(name: string): Promise<LayersModel> {
  return /\.(h5|hdf5|keras)$/i.test(name) ? readKeras(name) : loadModel(modelFolder(name));
}

/** How far from 1 the sum of ten probabilities may be, as exactly as engines calculate. */
const TOLERANCE = 1e-3;

/** Networks from elsewhere may end in anything. */
function checkSums(name: string, answers: Float32Array): void {
  for (let start = 0; start < answers.length; start += CLASSES) {
    const ten = answers.subarray(start, start + CLASSES);
    const sum = ten.reduce((total, one) => total + one, 0);
    if (Math.abs(sum - 1) < TOLERANCE && ten.every((one) => one >= 0)) continue;
    throw new Error(
      `${name}: expected probabilities, ten that make 1, found ${quote([...ten])}; let the network end in softmax`,
    );
  }
}

/**
 * Loads a model to recognise digits with, on the engine of this process.
 *
 * @param name a model in `models`, the path of a folder with one, or of a file `.keras` or `.h5` of Keras
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
    if (!probabilities.every((one) => Number.isFinite(one))) {
      throw new Error(
        `${name}: expected probabilities, found answers that are not finite: its weights are too large; train it again`,
      );
    }
    checkSums(name, probabilities);
    return probabilities;
  };
  return Object.assign(classify, {
    dispose: () => {
      classifier.dispose();
      model.dispose();
    },
  });
}
