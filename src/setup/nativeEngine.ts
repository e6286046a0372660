import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../data/cacheFolder';
import { projectFolder } from '../data/projectFolder';
import { lastLines, run } from './childProcess';
import { describeFailure, SetupError, type Failure } from './failure';
import { withLock } from './lock';
import { recall, remember } from './memory';
import { ADDON, compileAddon } from './nativeAddon';
import { runPackageInstaller } from './packageInstaller';
import { getTensorflowLibrary } from './tensorflowLibrary';
import { wheelsFor } from './wheels';

/** Whether the native engine is there, and how that is known. */
export interface NativeEngine {
  readonly installed: boolean;
  /** For people: the library's version and where it came from, or what failed and how to mend it. */
  readonly account: string;
}

const packageFolder = (): string =>
  dirname(createRequire(__filename).resolve('@tensorflow/tfjs-node/package.json'));

/** This system as in "linux-x64"; "linux-x64-musl" where the usual C library is missing. */
function systemName(): string {
  const name = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') return name;
  const { header } = process.report.getReport() as unknown as { header: Record<string, unknown> };
  return header.glibcVersionRuntime === undefined ? `${name}-musl` : name;
}

/** Every file of the library and the addon with size and age, and the Node that has loaded them. */
function fingerprint(folder: string): string {
  const files = ['deps/lib', 'lib/napi-v8'].flatMap((name) => {
    const inside = join(folder, name);
    return existsSync(inside) ? readdirSync(inside).map((file) => join(inside, file)) : [];
  });
  const stats = files.map((path) => {
    // Of a link to a library that has gone from the cache there is nothing to say.
    const stat = statSync(path, { throwIfNoEntry: false });
    return `${path} ${stat?.size ?? 'missing'} ${stat?.mtimeMs ?? ''}`;
  });
  return [process.version, process.arch, ...stats].join('\n');
}

const stampOf = (folder: string): string => join(folder, '.native.json');

/** What was found out about a library and addon that have not changed since. */
interface Stamp extends NativeEngine {
  readonly of: string;
}

/** Calculates with the native engine in another process, which it may end. */
async function loadElsewhere(): Promise<string> {
  const script = join(projectFolder(), 'dist', 'setup', 'tryEngine.js');
  const { status, output } = await run(process.execPath, [script], {
    environment: { DIGITS_ENGINE: 'native' },
    patience: 60,
  });
  if (status === 0) return lastLines(output, 1);
  throw new SetupError({
    what: 'Loading the native engine',
    tried: `DIGITS_ENGINE=native node ${script}`,
    found: lastLines(output, 4),
    mend: 'npm run setup',
  });
}

function linkOrCopy(from: string, to: string): void {
  try {
    symlinkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function removeEngine(folder: string): void {
  for (const name of ['deps', 'lib']) rmSync(join(folder, name), { recursive: true, force: true });
}

async function installFromWheel(folder: string, system: string): Promise<void> {
  const wheels = wheelsFor(system);
  if (!wheels) {
    throw new SetupError({
      what: "Taking TensorFlow's library from its Python package",
      tried: system,
      found: 'no package with the library for this system',
      mend: 'none needed: the WebAssembly engine does the same, more slowly',
    });
  }
  const cache = join(cacheFolder(), 'native');
  await withLock(join(cache, '.lock'), async () => {
    const library = await getTensorflowLibrary(wheels.tensorflow, cache);
    const headers = createRequire(__filename).resolve('node-api-headers/package.json');
    const sources = {
      binding: join(folder, 'binding'),
      nodeHeaders: join(dirname(headers), 'include'),
      library,
    };
    const addon = await compileAddon(sources, wheels.compiler, cache);
    for (const name of ['deps', 'lib'])
      rmSync(join(folder, name), { recursive: true, force: true });
    const [libraries, addons] = [join(folder, 'deps', 'lib'), join(folder, 'lib', 'napi-v8')];
    mkdirSync(libraries, { recursive: true });
    mkdirSync(addons, { recursive: true });
    for (const name of readdirSync(join(library, 'lib'))) {
      linkOrCopy(join(library, 'lib', name), join(libraries, name));
    }
    copyFileSync(addon, join(addons, ADDON));
  });
}

/** A way to install the native engine. */
export interface Route {
  /** For people: where the engine came from, if this way works. */
  readonly origin: string;
  readonly install: (folder: string, system: string) => Promise<void>;
}

const usualRoutes: readonly Route[] = [
  { origin: "by the package's own installer", install: runPackageInstaller },
  { origin: 'from its Python package, addon compiled here', install: installFromWheel },
];

function toFailure(error: unknown, origin: string): Failure {
  if (error instanceof SetupError) return error.failure;
  const found = (error as Error).message;
  return { what: 'Installing TensorFlow', tried: origin, found, mend: 'npm run setup' };
}

/** What an installation works on and with. */
export interface Installation {
  /** The folder of tfjs-node. */
  readonly folder: string;
  /** As in "linux-x64". */
  readonly system: string;
  /** The ways to install, the best first. */
  readonly routes: readonly Route[];
  /** Calculates with what is installed; returns the library's version, throws where it does not load. */
  readonly load: () => Promise<string>;
}

const usualInstallation = (): Installation => ({
  folder: packageFolder(),
  system: systemName(),
  routes: usualRoutes,
  load: loadElsewhere,
});

/**
 * Installs TensorFlow's own library for tfjs-node, unless it is there: by the package's installer where
 * its host answers, otherwise out of the wheel for Python with the addon compiled here. Nothing counts
 * as installed before another process has calculated with it.
 *
 * @param again whether to try again where it has failed before
 */
export async function installNativeEngine(
  again: boolean,
  { folder, system, routes, load }: Installation = usualInstallation(),
): Promise<NativeEngine> {
  const stamp = stampOf(folder);
  const known = recall(stamp) as Stamp | undefined;
  if (known?.of === fingerprint(folder) && (known.installed || !again)) return known;
  const conclude = (installed: boolean, account: string): NativeEngine =>
    remember<Stamp>(stamp, { installed, account, of: fingerprint(folder) });

  const present: Route = { origin: 'found installed', install: () => Promise.resolve() };
  const failures: Failure[] = [];
  console.error('Installing the native engine …');
  for (const { origin, install } of existsSync(join(folder, 'lib'))
    ? [present, ...routes]
    : routes) {
    try {
      await install(folder, system);
      return conclude(true, `TensorFlow ${await load()}, ${origin}`);
    } catch (error) {
      failures.push(toFailure(error, origin));
    }
  }
  // Half a library must not reach a process that calculates.
  removeEngine(folder);
  const account = failures.map(describeFailure).join('\n');
  console.error(account);
  return conclude(false, account);
}
