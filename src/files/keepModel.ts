import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes sure that a training replaces no model that nobody has asked it to replace.
 *
 * @param folder of the model
 * @param key the name of the file that makes it a model
 * @throws Error where there is one
 */
export function keepModel(folder: string, key: string): void {
  if (!existsSync(join(folder, key))) return;
  throw new Error(
    `${folder}: expected no model yet, found one; choose another folder with --out, or replace it with --force`,
  );
}
