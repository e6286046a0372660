import { join } from 'node:path';
import { projectFolder } from '../files/projectFolder';

/** The folder of what runs in browsers. */
export const webFolder = (): string => join(projectFolder(), 'src', 'web');

/**
 * Bundles the project's own sources into a script for browsers.
 *
 * @param entry a file in `src/web`
 * @returns the script, minified
 * @throws Error where a source does not compile or needs what browsers do not have
 */
export async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(webFolder(), entry)],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
  });
  return outputFiles[0].text;
}
