import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/classifier/folder/modelFolder';
import { createNetwork } from '../../src/classifier/network';
import { presets } from '../../src/classifier/settings/presets';
import { chooseEngine } from '../../src/engine/engine';
import { createRandom } from '../../src/numbers/random';
import { runDigits } from '../cli/runDigits';

const root = join(__dirname, '..', '..');
const native = join(root, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');

it('is asked for where a network is made before it was started', async () => {
  const message = /^expected an engine to calculate with, found none; call `await startEngine\(\)`/;
  expect(() => createNetwork(presets.quick.layers, createRandom(1))).toThrow(message);
  await expect(loadModel(join(root, 'models', 'standard'))).rejects.toThrow(message);
});

describe('the engine', () => {
  it('is WebAssembly where that is asked for', async () => {
    const engine = await chooseEngine('wasm');
    expect(engine).toMatchObject({ name: 'wasm', reason: 'DIGITS_ENGINE asks for it' });
    expect(engine.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('is the native one where it is installed, and says why', async () => {
    const engine = await chooseEngine(undefined);
    expect(engine.name).toBe(existsSync(native) ? 'native' : 'wasm');
    expect(engine.reason).toMatch(existsSync(native) ? /^it is installed/ : /npm run setup/);
  });

  it('is not one that does not exist', async () => {
    await expect(chooseEngine('gpu')).rejects.toThrow(
      'DIGITS_ENGINE: expected native or wasm, found "gpu"',
    );
  });

  it('does not chatter: a command prints its answer alone', async () => {
    const { stdout, stderr } = await runDigits(['recognize', 'data/sample-page.png']);
    expect(stdout).toBe('3141592653\n2718281828\n1618033988\n1414213562\n');
    expect(stderr).toBe('');
  });
});
