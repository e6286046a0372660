import { lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SetupError } from './failure';

/**
 * Lets the notebook import the sources: tslab compiles only what lies below the notebook's own folder,
 * so a link stands there. Edits of the sources are seen at once.
 *
 * @param project the project's folder
 * @returns the path of the link
 * @throws SetupError where something else lies in its place
 */
export function linkSources(project: string): string {
  const link = join(project, 'notebooks', 'src');
  const sources = join(project, 'src');
  const stat = lstatSync(link, { throwIfNoEntry: false });
  if (stat && !stat.isSymbolicLink()) {
    throw new SetupError({
      what: 'Linking the sources beside the notebook',
      tried: `a link ${link} to ${sources}`,
      found: 'a file or folder in its place',
      mend: `move ${link} away, then npm run setup`,
    });
  }
  if (stat && resolve(link, '..', readlinkSync(link)) === sources) return link;
  if (stat) rmSync(link);
  // A junction is the one link that Windows lets everybody make; its target must be absolute.
  const windows = process.platform === 'win32';
  symlinkSync(windows ? sources : join('..', 'src'), link, windows ? 'junction' : 'dir');
  return link;
}
