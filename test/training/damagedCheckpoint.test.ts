import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from '../../src/training/checkpoint';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
  writeCheckpoint(folder, state);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const numbers = [Float32Array.of(1, 2), Float32Array.of(3)];
const state = {
  identity: 'a training',
  history: [{ loss: 1 }],
  weights: numbers,
  outcome: numbers,
  optimizer: { steps: 3, means: numbers, squares: numbers },
};
const path = (name: string): string => join(folder, 'checkpoint-0001', name);

it('the state of a training is read as it was written', () => {
  expect(readCheckpoint(folder, 'a training')).toEqual(state);
});

function change(changes: object): void {
  const contents = JSON.parse(readFileSync(path('state.json'), 'utf8')) as object;
  writeFileSync(path('state.json'), JSON.stringify({ ...contents, ...changes }));
}

it.each([
  [
    'no lengths',
    () => {
      change({ lengths: null });
    },
    'found: state.json holds {"version"',
  ],
  [
    'a length below 0',
    () => {
      change({ lengths: { weights: [-3] } });
    },
    'found: state.json holds',
  ],
  [
    'no history',
    () => {
      change({ history: 3 });
    },
    'found: state.json holds',
  ],
  [
    'another identity',
    () => {
      change({ identity: 'a\nb' });
    },
    'found that of a b;',
  ],
  [
    'half a number too many',
    () => {
      writeFileSync(path('numbers.bin'), Buffer.alloc(50));
    },
    'found: 50 bytes of numbers instead of 48',
  ],
  [
    'numbers that are none',
    () => {
      writeFileSync(path('numbers.bin'), Buffer.alloc(48, 0xff));
    },
    'found: numbers that are not finite',
  ],
])('a damaged state is refused: %s', (_, damage, message) => {
  damage();
  expect(() => readCheckpoint(folder, 'a training')).toThrow(message);
  expect(() => readCheckpoint(folder, 'a training')).toThrow(folder);
});
