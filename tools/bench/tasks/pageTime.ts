// Where the time of reading goes:
//   node build/tools/bench/tasks/pageTime.js FILE...
import { readPictures } from '../../../src/picture/file/readPicture';
import type { DetectDigits } from '../../../src/reader/detector/detector';
import { loadPageReader } from '../../../src/reader/folder/readerFolder';
import { readPage } from '../../../src/reader/page/readPage';
import type { Figures } from '../measure';
import { runTask } from './runTask';

/** So many pictures warm the program up and do not count. */
const WARM_UP = 2;
/** The longer side of planes, in pixels, up to which looks count as small. */
const SMALL_SIDE = 360;

/**
 * Reads pictures, and takes the time of the parts: decoding, and the network's looks at small planes and at larger ones.
 *
 * @param files at least three
 */
async function pageTime(...files: string[]): Promise<Figures> {
  const reader = await loadPageReader();
  const spent = { all: 0, decoding: 0, small: 0, large: 0 };
  const find: DetectDigits = async (plane) => {
    const start = performance.now();
    const found = await reader.find(plane);
    const isSmall = Math.max(plane.width, plane.height) <= SMALL_SIDE;
    spent[isSmall ? 'small' : 'large'] += performance.now() - start;
    return found;
  };
  for (const file of files.slice(0, WARM_UP)) {
    for await (const { picture } of readPictures(file)) await readPage(picture, reader);
  }
  const measured = files.slice(WARM_UP);
  for (const file of measured) {
    const start = performance.now();
    let decodingSince = start;
    for await (const { picture } of readPictures(file)) {
      spent.decoding += performance.now() - decodingSince;
      await readPage(picture, { ...reader, find });
      decodingSince = performance.now();
    }
    spent.all += performance.now() - start;
  }
  const { all, decoding, small, large } = spent;
  return {
    secondsEach: all / 1000 / measured.length,
    decoding: decoding / all,
    smallLooks: small / all,
    largeLooks: large / all,
    rest: (all - decoding - small - large) / all,
  };
}

runTask(pageTime);
