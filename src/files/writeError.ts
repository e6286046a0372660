/** What disks say, what it means, and what to do about it. */
const problems: Readonly<Record<string, readonly [found: string, mend: string]>> = {
  ENOSPC: ['no room left on the disk', 'make room there, or choose another place'],
  EDQUOT: ['the quota of the disk used up', 'make room there, or choose another place'],
  EFBIG: ['a limit on the size of files', 'raise that limit, or choose another place'],
  EROFS: ['a disk that is read-only', 'choose another place'],
  EACCES: ['no permission', 'get it, or choose another place'],
  EPERM: ['no permission', 'get it, or choose another place'],
  ENOENT: ['no folder to hold it', 'make that folder, or choose another place'],
  ENOTDIR: ['a file where its folder would be', 'choose another place'],
  EEXIST: ['a file in its place', 'choose another place'],
  EISDIR: ['a folder in its place', 'choose another place'],
  ENAMETOOLONG: ['a name that is too long', 'choose a shorter one'],
  EIO: ['a disk that fails', 'choose another place'],
};

/** A file or folder that cannot be written; its message is whole. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** Whether an error comes from the system: a disk, a folder, a permission. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/**
 * Says of an error what a person needs to know: which file, what was expected and found, what to do.
 *
 * @param path of what was to be written
 * @returns the error itself where it does not come from the system
 */
export function explainWriteError(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const { code = '', message } = error;
  const [found, mend] = problems[code] ?? [message, 'choose another place'];
  return new WriteError(`${path}: expected to write it, found ${found} (${code}); ${mend}`, {
    cause: error,
  });
}
