import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { oneLine } from '../numbers/quote';

/**
 * Refuses paths that others name.
 *
 * @throws Error where the path may not be touched
 */
export type PathCheck = (path: string) => void;

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Where a path leads, past all links; what is not there yet lies where its folder does. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // A link to nowhere may lead anywhere tomorrow.
    if (isThere(path) || dirname(path) === path) return undefined;
    const folder = realPath(dirname(path));
    return folder === undefined ? undefined : join(folder, basename(path));
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Keeps what others name inside some folders, also where links lead out of them.
 *
 * @param folders that are there
 * @param remedy what to do where a path lies elsewhere
 * @throws Error where one of the folders is not there
 */
export function keepInside(folders: readonly string[], remedy: string): PathCheck {
  const roots = folders.map((folder) => {
    const root = realPath(folder);
    if (root === undefined || !lstatSync(root, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`${folder}: expected a folder, found none`);
    }
    return root;
  });
  return (path) => {
    const real = isAbsolute(path) ? realPath(path) : undefined;
    if (real !== undefined && roots.some((root) => isInside(root, real))) return;
    throw new Error(
      `${oneLine(path)}: expected a path below ${folders.join(' or ')}, found that it leads elsewhere; ${remedy}`,
    );
  };
}
