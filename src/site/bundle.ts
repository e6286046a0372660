import { join } from 'node:path';
import { projectFolder } from '../files/projectFolder';

/** The folder of what runs in browsers. */
export const webFolder = (): string => join(projectFolder(), 'src', 'web');

let last: Promise<unknown> = Promise.resolve();

/**
 * Bundles the project's own sources into a script for browsers.
 *
 * @param entry a file in `src/web`
 * @returns the script, minified
 * @throws Error where a source does not compile or needs what browsers do not have
 */
export function bundle(entry: string): Promise<string> {
  const script = last.then(() => bundleAlone(entry));
  last = script.catch(() => undefined);
  return script;
}

/** Bundles while no other bundle is made. */
async function bundleAlone(entry: string): Promise<string> {
  const { build, stop } = await import('esbuild');
  try {
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
  } finally {
    // Its process would wait for the next bundle. An interrupt of a notebook's kernel ends that process, too, and
    // every later bundle would fail.
    await stop();
  }
}
