import { loadPageReader } from '../../../src/reader/folder/readerFolder';
import { readPage } from '../../../src/reader/page/readPage';
import { readPicture } from '../../../src/picture/file/readPicture';
import type { Figures } from '../measure';
import { summarize } from '../statistics';
import { peakMegabytes, runTask } from './runTask';

/** How often the page is read after the first reading, which does not count. */
const READINGS = 3;

/** The share of a page's digits that must be found for a reading to count. */
const MIN_SHARE = 0.9;

/**
 * Measures the reading of a page, decoding included, warm.
 *
 * @param path the picture
 * @param digits how many it shows
 */
async function readPages(path: string, digits: string): Promise<Figures> {
  const reader = await loadPageReader();
  const times: number[] = [];
  for (let reading = 0; reading <= READINGS; reading++) {
    const start = performance.now();
    const page = await readPage(await readPicture(path), reader);
    times.push((performance.now() - start) / 1000);
    const readings = page.reading.lines.flatMap((line) => line.digits);
    const found = readings.filter(({ digit }) => digit !== null).length;
    if (found < MIN_SHARE * Number(digits)) {
      throw new Error(`expected about ${digits} digits on the page, found ${found}`);
    }
  }
  return { seconds: summarize(times.slice(1)).median, peakMegabytes: peakMegabytes() };
}

runTask(readPages);
