import { peakMegabytes, tell } from './runTask';

process.on('exit', () => {
  tell({ peakMegabytes: peakMegabytes() });
});
