import { startEngine } from '../engine/engine';
import { createClassifier, type ClassifyDigits } from './classify';
import { modelFolder } from './modelNames';
import { loadModel } from './modelFolder';
import type { Hyperparameters } from './presets';

/** The model that recognises where no other is asked for. */
export const DEFAULT_MODEL = 'standard';

/**
 * Loads a model to recognise digits with, on the engine of this process.
 *
 * @param name a model in `models`, or the path of a folder with one
 * @throws Error where no engine runs or the model does not load
 */
export async function loadRecognizer(name = DEFAULT_MODEL): Promise<ClassifyDigits> {
  await startEngine();
  return createClassifier(await loadModel(modelFolder(name)));
}

/**
 * Loads the teacher of a distillation.
 *
 * @returns nothing where the hyperparameters name none
 * @throws Error where the model does not load
 */
export async function loadTeacher({
  distillation,
}: Pick<Hyperparameters, 'distillation'>): Promise<{ readonly teacher?: ClassifyDigits }> {
  return distillation ? { teacher: await loadRecognizer(distillation.teacher) } : {};
}
