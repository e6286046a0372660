import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes sure that a training does not replace a model unasked.
 *
 * @param folder of the model
 * @param key the name of the file that makes it a model
 * @throws Error where there is one
 */
export function keepModel(folder: string, key: string): void {
  if (!existsSync(join(folder, key))) return;
  throw new Error(
    `${folder} already contains a model. Choose another folder with --out, or replace it with --force.`,
  );
}
