import { startEngine } from '../../engine/engine';
import { createClassifier, type Classifier, type ClassifyDigits } from '../classify';
import { modelFolder } from '../../files/shippedModels';
import { loadModel } from './modelFolder';

/** The model that recognises where no other is asked for. */
export const DEFAULT_MODEL = 'standard';

/**
 * Loads a model to recognise digits with, on the engine of this process.
 *
 * @param name a model in `models`, or the path of a folder with one
 * @returns `dispose` frees the model, too
 * @throws Error where no engine runs or the model does not load
 */
export async function loadClassifier(name = DEFAULT_MODEL): Promise<Classifier> {
  await startEngine();
  const model = await loadModel(modelFolder(name));
  const classifier = createClassifier(model);
  const classify: ClassifyDigits = (images, count) => classifier(images, count);
  return Object.assign(classify, {
    dispose: () => {
      classifier.dispose();
      model.dispose();
    },
  });
}
