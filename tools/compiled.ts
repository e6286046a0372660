import { join } from 'node:path';
import { projectFolder } from '../src/files/projectFolder';

/**
 * The path of a compiled file of `tools`, wherever the code runs from.
 *
 * @param path below `tools`, with the ending `.js`
 */
export const compiledTool = (...path: readonly string[]): string =>
  join(projectFolder(), 'build', 'tools', ...path);
