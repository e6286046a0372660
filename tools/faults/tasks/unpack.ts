// Unpacks an archive into a folder that is whole or not there: `node unpack.js ARCHIVE FOLDER`.
import { finishFolder } from '../../../src/files/finishedFolder';
import { extractZip } from '../../setup/extractZip';

const [archive, folder] = process.argv.slice(2);
void finishFolder(folder, async (unfinished) => {
  await extractZip(archive, unfinished, (name) => name);
});
