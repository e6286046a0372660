// Saves two page readers in turn into one folder, again and again: `node saveReaders.js FOLDER`.
import { saveSampleReader } from '../sampleReader';

for (let time = 0; time < 8; time++) {
  saveSampleReader('earlier', process.argv[2]);
  saveSampleReader('later', process.argv[2]);
}
