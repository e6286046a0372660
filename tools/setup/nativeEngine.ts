import { join } from 'node:path';
import { lastLines, run } from '../../src/processes/childProcess';
import { engineFolder, fingerprint, hashEngine, removeEngine } from './engineFiles';
import { describeFailure, SetupError, type Failure } from './failure';
import { installFromWheel } from './installFromWheel';
import { recall, remember } from '../../src/files/memory';
import { runPackageInstaller } from './packageInstaller';
import { compiledTool } from '../compiled';

/** Whether the native engine is there, and how that is known. */
export interface NativeEngine {
  readonly installed: boolean;
  /** For people: the library's version and where it came from, or what failed and how to mend it. */
  readonly account: string;
}

/** This system as in "linux-x64"; "linux-x64-musl" where the usual C library is missing. */
function systemName(): string {
  const name = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') return name;
  const { header } = process.report.getReport() as unknown as { header: Record<string, unknown> };
  return header.glibcVersionRuntime === undefined ? `${name}-musl` : name;
}

/** What was found out about a library and addon that have not changed since. */
interface Stamp extends NativeEngine {
  readonly origin?: string;
  /** What was installed, as `hashEngine` gives it. */
  readonly hash?: string;
  readonly of: string;
}

/** Calculates with the native engine in another process, which it may end. */
async function loadElsewhere(): Promise<string> {
  const script = compiledTool('setup', 'tryEngine.js');
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

/** A way to install the native engine. */
export interface Route {
  /** For people: where the engine came from, if this way works. */
  readonly origin: string;
  readonly install: (folder: string, system: string) => Promise<void>;
}

const usualRoutes: readonly Route[] = [
  { origin: 'from its Python package, addon compiled here', install: installFromWheel },
  // Nothing says what it fetches ought to be.
  { origin: "by the package's own installer, unchecked", install: runPackageInstaller },
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
  folder: engineFolder(),
  system: systemName(),
  routes: usualRoutes,
  load: loadElsewhere,
});

/**
 * Installs TensorFlow's own library for tfjs-node, unless it is there: out of the wheel for Python, whose hash is known,
 * with the addon compiled here, otherwise by the package's installer. Nothing counts as installed before another process
 * has calculated with it; what has changed since is installed again.
 *
 * @param again whether to try again where it has failed before
 */
export async function installNativeEngine(
  again: boolean,
  { folder, system, routes, load }: Installation = usualInstallation(),
): Promise<NativeEngine> {
  const stamp = join(folder, '.native.json');
  const known = recall(stamp) as Stamp | undefined;
  if (known?.of === fingerprint(folder) && (known.installed || !again)) return known;
  const conclude = (installed: boolean, account: string, origin?: string): NativeEngine =>
    remember<Stamp>(stamp, {
      installed,
      account,
      ...(origin && { origin }),
      ...(installed && { hash: hashEngine(folder) }),
      of: fingerprint(folder),
    });

  const failures: Failure[] = [];
  const isThere = async ({ origin, install }: Route): Promise<NativeEngine | undefined> => {
    try {
      await install(folder, system);
      return conclude(true, `TensorFlow ${await load()}, ${origin}`, origin);
    } catch (error) {
      failures.push(toFailure(error, origin));
      return undefined;
    }
  };
  // What is there may only be new to this Node.
  if (known?.origin !== undefined && known.hash === hashEngine(folder)) {
    const { origin } = known;
    const engine = await isThere({ origin, install: () => Promise.resolve() });
    if (engine) return engine;
  }
  console.error('Installing the native engine …');
  for (const route of routes) {
    const engine = await isThere(route);
    if (engine) return engine;
  }
  // Half a library must not reach a process that calculates.
  removeEngine(folder);
  const account = failures.map(describeFailure).join('\n');
  console.error(account);
  return conclude(false, account);
}
