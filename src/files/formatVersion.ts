import { quote } from '../numbers/quote';

/** The version of every format of files that this project writes; files of before it was named have none. */
export const FORMAT_VERSION = 1;

/**
 * Refuses a file that a later version of this project has written.
 *
 * @param path of the file
 * @param found the version that it names
 * @throws Error where this version does not know it
 */
export function checkVersion(path: string, found: unknown): void {
  if (found === undefined || found === FORMAT_VERSION) return;
  throw new Error(
    `${path}: expected a file of version ${FORMAT_VERSION}, found ${quote(found)}; ` +
      'take a newer version of this project, or make the file again with this one',
  );
}
