import { join } from 'node:path';
import { remember } from '../files/memory';
import { makeFolder } from '../files/makeFolder';

/**
 * Registers the TypeScript kernel for the Jupyter that looks for kernels below a folder.
 *
 * The kernel is started by this very Node and by path, so it needs nothing on PATH and no shell.
 *
 * @param jupyterFolder one of Jupyter's data folders; the kernel goes to its `kernels/tslab`
 * @param project the project's folder
 */
export function registerKernel(jupyterFolder: string, project: string): void {
  const kernel = join(project, 'scripts', 'kernel.cjs');
  const spec = {
    argv: [process.execPath, kernel, 'kernel', '--config-path', '{connection_file}'],
    display_name: 'TypeScript',
    language: 'typescript',
  };
  const folder = join(jupyterFolder, 'kernels', 'tslab');
  makeFolder(folder);
  remember(join(folder, 'kernel.json'), spec);
}
