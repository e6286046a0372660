import { beforeAll, expect, it } from 'vitest';
import { exampleNetwork } from '../../../tools/bench/exampleNetwork';
import { createRandom } from '../../../src/numbers/random';
import { startEngine } from '../../../src/engine/engine';
import { createNetwork } from '../../../src/classifier/network';

beforeAll(startEngine);

it('has the parameters of the example that the peers run', () => {
  const model = createNetwork(exampleNetwork.layers, createRandom(1));
  expect(model.countParams()).toBe(34_826);
  model.dispose();
});
