import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../files/cacheFolder';

/** What Node has from 22.1 on. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/**
 * Keeps what is compiled of the modules that are loaded from now on for the next run, in the cache: a tenth of the time
 * that it takes to read one digit. Where Node cannot, or may not write there, nothing is done.
 */
export function keepCompiledCode(): void {
  (nodeModule as CompileCache).enableCompileCache?.(join(cacheFolder(), 'compiled'));
}
