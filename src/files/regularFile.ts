import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { foundInstead } from './readError';

/** More than this fits into no buffer of Node. */
const MOST_BYTES = 2 ** 31 - 1;

/** Opens a file; one that is a pipe does not wait for a writer. */
function open(path: string): number {
  // Windows knows no such flag, and no such pipes.
  const withoutWaiting = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;
  return openSync(path, constants.O_RDONLY | withoutWaiting);
}

function readOpened(file: number, mostBytes: number): Buffer | string {
  const stats = fstatSync(file);
  if (stats.isDirectory()) return 'a folder';
  if (!stats.isFile()) return 'a pipe or a device';
  if (stats.size > mostBytes) return `${stats.size} bytes, more than ${mostBytes}`;
  return readFileSync(file);
}

interface Reading {
  /** The most bytes that the file may have. @default 2^31 - 1 */
  readonly mostBytes?: number;
  /** What errors say is to be done. @default nothing */
  readonly mend?: string;
}

/**
 * Reads a file, and nothing but a file: pipes and devices may never end.
 *
 * @param expected what errors say was expected
 * @throws Error where there is no such file, it is none, it may not be read, or it is larger
 */
export function readRegularFile(
  path: string,
  expected: string,
  { mostBytes = MOST_BYTES, mend }: Reading = {},
): Buffer {
  const refuse = (what: string, cause?: unknown): never => {
    const advice = mend === undefined ? '' : `; ${mend}`;
    throw new Error(`${path}: expected ${expected}, found ${what}${advice}`, { cause });
  };
  let content: Buffer | string;
  try {
    const file = open(path);
    try {
      content = readOpened(file, mostBytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return refuse(foundInstead(error), error);
  }
  return typeof content === 'string' ? refuse(content) : content;
}
