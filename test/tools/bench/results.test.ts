import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readResults, updateResults, writeResults } from '../../../tools/bench/results';
import { temporaryFolder } from '../../setup/temporaryFolder';
import { growthResult, rowResult } from './samples';

it('results come back as they were written; there are none before', () => {
  const path = join(temporaryFolder(), 'benchmarks.json');
  expect(readResults(path)).toEqual([]);
  writeResults(path, [rowResult, growthResult]);
  expect(readResults(path)).toEqual([rowResult, growthResult]);
});

it('a row takes the place of its earlier measurement, the others stay, in the order of numbers', () => {
  const again = { ...rowResult, date: '2027-01-01' };
  const first = { ...rowResult, number: 1 };
  expect(updateResults([rowResult, growthResult], again)).toEqual([again, growthResult]);
  expect(updateResults([rowResult, growthResult], first)).toEqual([first, rowResult, growthResult]);
});
