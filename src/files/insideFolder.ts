import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Whether a name that a file of a folder gives leads out of the folder by what it says. */
function leadsOut(name: string): boolean {
  return isAbsolute(name) || /^[a-z]:/i.test(name) || name.split(/[\\/]/).includes('..');
}

/**
 * Whether a name that comes with a folder means something inside of it: what comes from elsewhere must not make known
 * what else is on a computer.
 *
 * @param folder is there
 * @param name of something in it
 * @returns false where it leads out of the folder, be it by a link; true where there is nothing of that name
 */
export function isInsideFolder(folder: string, name: string): boolean {
  if (leadsOut(name)) return false;
  let place: string;
  try {
    place = relative(realpathSync(folder), realpathSync(join(folder, name)));
  } catch {
    return true;
  }
  return place !== '..' && !place.startsWith(`..${sep}`) && !isAbsolute(place);
}
