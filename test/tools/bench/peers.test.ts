import { join } from 'node:path';
import { expect, it } from 'vitest';
import { peersPython, peerVersions } from '../../../tools/bench/peers';
import { temporaryFolder } from '../../setup/temporaryFolder';

it('there are no peers where there is no environment for them', async () => {
  const project = temporaryFolder();
  const python = peersPython(project);
  expect(python.startsWith(join(project, 'bench', '.venv'))).toBe(true);
  expect(await peerVersions(python)).toEqual({});
});
