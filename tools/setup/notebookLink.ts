import { lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SetupError } from './failure';

/**
 * Lets the notebook import what `src` is compiled to: tslab takes only what lies below the notebook's own folder, so a
 * link stands there. To compile the sources itself takes tslab four times as long, at every start of a kernel.
 *
 * @param project the project's folder
 * @returns the path of the link
 * @throws SetupError where something else lies in its place
 */
export function linkModules(project: string): string {
  const link = join(project, 'notebooks', 'src');
  const modules = join(project, 'dist');
  const stat = lstatSync(link, { throwIfNoEntry: false });
  if (stat && !stat.isSymbolicLink()) {
    throw new SetupError({
      what: 'Linking the modules beside the notebook',
      tried: `a link ${link} to ${modules}`,
      found: 'a file or folder in its place',
      mend: `move ${link} away, then npm run setup`,
    });
  }
  if (stat && resolve(link, '..', readlinkSync(link)) === modules) return link;
  if (stat) rmSync(link);
  // A junction is the one link that Windows lets everybody make; its target must be absolute.
  const windows = process.platform === 'win32';
  symlinkSync(windows ? modules : join('..', 'dist'), link, windows ? 'junction' : 'dir');
  return link;
}
