/** Why writing failed, and the remedy, by the code of the system. */
const problems: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space, or choose another place.'],
  EDQUOT: ['the disk quota is used up', 'Free some space, or choose another place.'],
  EFBIG: ['the file size limit is reached', 'Raise the limit, or choose another place.'],
  EROFS: ['the disk is read-only', 'Choose another place.'],
  EACCES: ['permission denied', 'Change the permissions, or choose another place.'],
  EPERM: ['permission denied', 'Change the permissions, or choose another place.'],
  ENOENT: ['its folder does not exist', 'Create the folder, or choose another place.'],
  ENOTDIR: ['its folder is a file', 'Choose another place.'],
  EEXIST: ['a file is in its place', 'Choose another place.'],
  EISDIR: ['a folder is in its place', 'Choose another place.'],
  ENAMETOOLONG: ['its name is too long', 'Choose a shorter one.'],
  EIO: ['the disk failed', 'Choose another place.'],
};

/** A file or folder that cannot be written; the message is complete. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** Whether an error comes from the system: a disk, a folder, a permission. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/**
 * Explains a system error: which file, what is wrong, what to do.
 *
 * @param path of what was to be written
 * @returns the error itself where it does not come from the system
 */
export function explainWriteError(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const { code = '', message } = error;
  const [problem, remedy] = problems[code] ?? [message, 'Choose another place.'];
  return new WriteError(`${path} cannot be written: ${problem} (${code}). ${remedy}`, {
    cause: error,
  });
}
