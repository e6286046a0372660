import { resolve } from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder that keeps what is large and fetched or built once: data files, TensorFlow's library.
 * It lies outside the project, so it survives a fresh clone and `npm ci`.
 *
 * @returns the absolute path in `DIGITS_CACHE`, or else the operating system's own place for caches;
 * the folder need not exist yet
 */
export function cacheFolder(): string {
  const chosen = process.env.DIGITS_CACHE;
  if (chosen) return resolve(chosen);
  return envPaths('handwritten-digit-recognition', { suffix: '' }).cache;
}
