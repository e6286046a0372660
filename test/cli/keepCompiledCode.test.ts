import * as nodeModule from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runDigits } from './runDigits';
import { temporaryFolder } from '../setup/temporaryFolder';

it('what is compiled of a command is kept in the cache, where Node can', async () => {
  const cache = temporaryFolder();
  const { status } = await runDigits(['collect', '--help'], {
    environment: { DIGITS_CACHE: cache },
  });
  expect(status).toBe(0);
  expect(existsSync(join(cache, 'compiled'))).toBe('enableCompileCache' in nodeModule);
});
