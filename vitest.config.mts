import { existsSync } from 'node:fs';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const engineTests = 'test/**/*.engine.test.ts';
const addon = 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node';
const engines = existsSync(addon) ? ['native', 'wasm'] : ['wasm'];
if (engines.length === 1) {
  console.error('The native engine is not installed: its tests are left out.');
}

const common = {
  pool: 'forks',
  // Only there to end what hangs: how fast things are is not for tests to say.
  testTimeout: 600_000,
  hookTimeout: 600_000,
} as const;

export default defineConfig({
  test: {
    // As many as there are cores: most tests wait for processes of their own.
    maxWorkers: '100%',
    projects: [
      {
        test: { ...common, name: 'unit', include: ['test/**/*.test.ts'], exclude: [engineTests] },
      },
      // What calculates is tested on every engine there is.
      ...engines.map((name): TestProjectConfiguration => ({
        test: { ...common, name, include: [engineTests], env: { DIGITS_ENGINE: name } },
      })),
    ],
  },
});
