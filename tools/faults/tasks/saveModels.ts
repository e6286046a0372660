// Saves two networks in turn into one folder, again and again: `node saveModels.js FOLDER`.
import { saveSample } from '../sampleNetwork';

async function save(folder: string): Promise<void> {
  for (let time = 0; time < 4; time++) {
    await saveSample('earlier', folder);
    await saveSample('later', folder);
  }
}

void save(process.argv[2]);
