import { describe, expect, it } from 'vitest';
import { fuzz } from '../../../tools/fuzz/fuzz';
import { kinds } from '../../../tools/fuzz/kinds';

/** Seconds: `npm run fuzz` looks longer. */
const BUDGET = 20;

describe('made-up and damaged files', () => {
  it('are read or refused clearly, soon and within bounds', async () => {
    const { kinds: summaries, failures } = await fuzz({ seed: 1, cases: 400, budget: BUDGET });
    expect(failures).toEqual([]);
    expect(summaries.length).toBeLessThanOrEqual(kinds.length);
    expect(summaries[0].read + summaries[0].refused).toBeGreaterThan(0);
  });
});
