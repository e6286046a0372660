import { join } from 'node:path';
import type { EngineName } from '../../src/engine/engine';
import type { Command, Places } from './row';
import { projectFolder } from '../../src/files/projectFolder';

/** The two engines, and what people call them. */
export const engines: readonly { readonly engine: EngineName; readonly title: string }[] = [
  { engine: 'native', title: 'native' },
  { engine: 'wasm', title: 'WebAssembly' },
];

/** What names of this project's own competitors begin with. */
export const OWN = 'this project';

/** One of the tasks of this project, by the name of its file. */
export function ownTask(engine: EngineName, name: string, ...args: string[]): Command {
  return {
    command: process.execPath,
    args: [join(__dirname, 'tasks', `${name}.js`), ...args],
    environment: { DIGITS_ENGINE: engine },
  };
}

/** The command `digits` as users run it, made to tell its memory. */
export function ownCommand(engine: EngineName, ...args: string[]): Command {
  const hook = join(__dirname, 'tasks', 'tellMemoryAtExit.js');
  const main = join(projectFolder(), 'dist', 'cli', 'main.js');
  return {
    command: process.execPath,
    args: ['--require', hook, main, ...args],
    environment: { DIGITS_ENGINE: engine },
  };
}

/** A Python script of a peer, skipped where the peer is not installed. */
export function pythonScript(
  { project, python }: Places,
  needs: string,
  name: string,
  ...args: string[]
): Command {
  return {
    command: python,
    args: [join(project, 'bench', 'peers', `${name}.py`), ...args],
    environment: { TF_CPP_MIN_LOG_LEVEL: '2', KERAS_BACKEND: 'tensorflow' },
    needs,
  };
}

/** A script that uses tfjs-node and nothing of this project. */
export function tfjsScript({ project }: Places, name: string, ...args: string[]): Command {
  return {
    command: process.execPath,
    args: [join(project, 'bench', 'peers', `${name}.mjs`), ...args],
    environment: { TF_CPP_MIN_LOG_LEVEL: '2' },
  };
}
