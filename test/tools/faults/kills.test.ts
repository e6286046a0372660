import { describe, expect, it } from 'vitest';
import { jobs } from '../../../tools/faults/jobs';
import { survive } from '../../../tools/faults/survive';

/** Those that take a second or two; `npm run kills` tries the others, too, and many more moments. */
const quick = ['download', 'unpack', 'keep run', 'save model'];

describe.skipIf(process.platform === 'win32')('a job that is killed', () => {
  it.each(jobs.filter(({ name }) => quick.includes(name)))('loses nothing: $name', async (job) => {
    const { failures } = await survive(job, { moments: 2, seed: 5 });
    expect(failures).toEqual([]);
  });
});
