// Keeps two runs in turn by one name, again and again: `node keepRuns.js FOLDER`.
import { keepSampleRun } from '../sampleRun';

for (let time = 0; time < 60; time++) {
  keepSampleRun('earlier', process.argv[2]);
  keepSampleRun('later', process.argv[2]);
}
