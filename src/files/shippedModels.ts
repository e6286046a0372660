import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { projectFolder } from './projectFolder';

/** The file that makes a folder a model. */
export const MODEL = 'model.json';

const shippedModels = (): string => join(projectFolder(), 'models');

/** The folder of a model that is named, or a path to one. */
export function modelFolder(name: string): string {
  if (isAbsolute(name)) return resolve(name);
  const shipped = join(shippedModels(), name);
  const isPath = /[\\/]/.test(name) || !existsSync(shipped);
  return isPath && existsSync(resolve(name)) ? resolve(name) : shipped;
}

/** The names of the models that come with the project. */
export function modelNames(): string[] {
  const models = shippedModels();
  if (!existsSync(models)) return [];
  return readdirSync(models).filter((name) => existsSync(join(models, name, MODEL)));
}

/**
 * What another machine finds a model by: the name of one that comes with the project, or else the absolute path.
 *
 * @param name a model in `models`, or the path of a folder with one
 */
export function portableName(name: string): string {
  const folder = modelFolder(name);
  return folder === join(shippedModels(), name) ? name : folder;
}

/** Whether a folder is the place of a model that comes with the project. */
export function isShipped(folder: string): boolean {
  return dirname(folder) === shippedModels();
}
