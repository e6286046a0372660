import { oneLine } from '../numbers/quote';
import { isSystemError } from './writeError';

/** What systems say of paths that cannot be read, in words. */
const findings: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'a file where a folder would be',
  EISDIR: 'a folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'a name that is too long',
  EMFILE: 'too many files open',
  EIO: 'a disk that fails',
};

/**
 * Says in words what was found where a file was to be read.
 *
 * @param error what reading it threw
 */
export function foundInstead(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return findings[code] ?? oneLine(message);
}

const missingPackage = /^Cannot find (?:module|package) '([^'./][^']*)'/;

/** What a person needs to know of an error that nothing else has explained; its own message where it is no system's. */
export function describeError(error: unknown): string {
  const { message } = error as Error;
  const missing = missingPackage.exec(message)?.[1];
  if (missing !== undefined) return `${missing} is not installed. Run \`npm install ${missing}\`.`;
  if (!isSystemError(error) || error.path === undefined) return message;
  return `${error.path} cannot be read: ${foundInstead(error)} (${error.code}). Check the path.`;
}
