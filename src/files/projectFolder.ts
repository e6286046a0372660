import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of this project, wherever the code runs from: dist, src, or src by its link in notebooks.
 *
 * @throws Error where no folder above this file holds a package.json
 */
export function projectFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`${__dirname}: expected a package.json in a folder above`);
    folder = parent;
  }
  return realpathSync(folder);
}
