import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { projectFolder } from './projectFolder';

/** The file that makes a folder a model. */
export const MODEL = 'model.json';

/** The folder of a model that is named, or a path to one. */
export function modelFolder(name: string): string {
  const shipped = join(projectFolder(), 'models', name);
  const isPath = isAbsolute(name) || /[\\/]/.test(name) || !existsSync(shipped);
  return isPath && existsSync(resolve(name)) ? resolve(name) : shipped;
}

/** The names of the models that come with the project. */
export function modelNames(): string[] {
  const models = join(projectFolder(), 'models');
  if (!existsSync(models)) return [];
  return readdirSync(models).filter((name) => existsSync(join(models, name, MODEL)));
}
