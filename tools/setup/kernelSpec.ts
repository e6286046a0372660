import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recall, remember } from '../../src/files/memory';
import { fieldsOf, isText } from '../../src/numbers/jsonValues';
import { makeFolder } from '../../src/files/makeFolder';

const specIn = (jupyterFolder: string): string =>
  join(jupyterFolder, 'kernels', 'tslab', 'kernel.json');

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
  const path = specIn(jupyterFolder);
  makeFolder(dirname(path));
  remember(path, spec);
}

/** Registers the kernel as `registerKernel` does, unless it is registered already with a Node that is still there. */
export function keepKernel(jupyterFolder: string, project: string): void {
  const { argv } = fieldsOf(recall(specIn(jupyterFolder)));
  const node: unknown = Array.isArray(argv) ? argv[0] : undefined;
  if (!isText(node) || !existsSync(node)) registerKernel(jupyterFolder, project);
}

/** Takes back what `registerKernel` has done. */
export function forgetKernel(jupyterFolder: string): void {
  rmSync(specIn(jupyterFolder), { force: true });
}
