import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findMnist, type MnistSource } from '../../src/digits/mnistSources';
import { projectFolder } from '../../src/files/projectFolder';
import { SetupError } from './failure';
import { findJupyter, forgetJupyter, setUpJupyter, type Jupyter } from './jupyter';
import { withLock } from '../../src/files/lock';
import { installNativeEngine, type NativeEngine } from './nativeEngine';
import { linkModules } from './notebookLink';
import { startProgress, type Progress } from '../../src/cli/progress';
import { writeWhole } from '../../src/files/wholeFile';

/** A part of the set-up that may fail while the rest still works. */
export type Part = 'engine' | 'jupyter';

/** What the set-up has found or made. */
export interface Equipment {
  readonly data: MnistSource;
  /** Undefined where DIGITS_ENGINE forbids it. */
  readonly native: NativeEngine | undefined;
  /** Undefined where there is none; the reason has been told. */
  readonly jupyter: Jupyter | undefined;
}

async function setUpData(): Promise<MnistSource> {
  let progress: Progress | undefined;
  let current = '';
  const data = await findMnist({
    onProgress: ({ url, receivedBytes, totalBytes = 0 }) => {
      if (url !== current) {
        progress?.end();
        progress = startProgress(`Downloading ${url}`, totalBytes, 'MB');
        current = url;
      }
      progress?.update(receivedBytes);
    },
  });
  progress?.end();
  return data;
}

async function setUpEngine(again: boolean): Promise<NativeEngine | undefined> {
  const wished = process.env.DIGITS_ENGINE;
  if (wished === 'wasm') return undefined;
  const native = await installNativeEngine(again || wished === 'native');
  if (!native.installed && wished === 'native') {
    throw new Error(
      'DIGITS_ENGINE=native: the native engine could not be installed, see above; ' +
        'unset the variable to calculate with WebAssembly',
    );
  }
  return native;
}

async function trySetUpJupyter(project: string, again: boolean): Promise<Jupyter | undefined> {
  const failure = join(project, 'node_modules', '.jupyter', 'failure.txt');
  if (again) forgetJupyter(project);
  const found = await findJupyter(project);
  if (found ?? (existsSync(failure) && !again)) return found;
  try {
    const jupyter = await setUpJupyter(project);
    rmSync(failure, { force: true });
    return jupyter;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    writeWhole(failure, error.message);
    return undefined;
  }
}

/**
 * Sets up all that the project needs besides the npm packages: the data, the native engine, Jupyter
 * with the kernel, the link to the sources. What is done is skipped; what has failed before is told
 * and skipped, unless it is to be tried again.
 *
 * @param again the parts to try again where they have failed before
 * @throws Error where the data can't be had, or not the engine that DIGITS_ENGINE asks for
 */
export async function setUp(again: readonly Part[]): Promise<Equipment> {
  const project = projectFolder();
  return withLock(join(project, 'dist', '.lock'), async () => {
    linkModules(project);
    const data = await setUpData();
    const native = await setUpEngine(again.includes('engine'));
    const jupyter = await trySetUpJupyter(project, again.includes('jupyter'));
    if (native && !native.installed) {
      console.error('No native engine: WebAssembly calculates. `npm run setup` tries again.');
    }
    if (!jupyter) {
      console.error('No Jupyter: all but the notebook works. `npm run setup` tries again.');
    }
    return { data, native, jupyter };
  });
}

/**
 * Sets up what `setUp` does for a command that can't do without Jupyter.
 *
 * @throws Error where there is none and none can be installed, or as `setUp` does
 */
export async function setUpWithJupyter(): Promise<Jupyter> {
  const found = await findJupyter(projectFolder());
  const { jupyter } = await setUp(found ? [] : ['jupyter']);
  if (jupyter) return jupyter;
  throw new Error('The notebook needs a Jupyter. `npm run train` trains without one.');
}
