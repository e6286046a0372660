import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lastLines, run } from '../../src/processes/childProcess';
import { extractZip } from './extractZip';
import { SetupError } from './failure';
import { fetchWheel } from './fetchWheel';
import { finishFolder, isFinished } from '../../src/files/finishedFolder';
import type { Wheel } from './wheels';

/** The file that Node loads: tfjs-node's C++ between JavaScript and TensorFlow's library. */
export const ADDON = 'tfjs_binding.node';

interface Compiler {
  readonly command: readonly [program: string, ...first: string[]];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface AddonSources {
  /** tfjs-node's `binding` folder. */
  readonly binding: string;
  /** The folder with Node's own headers. */
  readonly nodeHeaders: string;
  /** The folder with TensorFlow's `lib` and `include`. */
  readonly library: string;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/**
 * The arguments for a C++ compiler that make the addon.
 *
 * @param platform Node's name of the system
 * @param output the path of the addon to be
 */
export function compilerArguments(
  { binding, nodeHeaders, library }: AddonSources,
  platform: NodeJS.Platform,
  output: string,
): string[] {
  const mac = platform === 'darwin';
  const lib = filesIn(join(library, 'lib'));
  const sources = filesIn(binding).filter((path) => path.endsWith('.cc'));
  return [
    ...['-O2', '-std=c++17', '-shared', '-fPIC', '-DNAPI_VERSION=8'],
    ...[nodeHeaders, join(library, 'include'), binding].map((folder) => `-I${folder}`),
    ...sources,
    ...lib,
    // From node_modules/@tensorflow/tfjs-node/lib/napi-v8 to its deps/lib.
    `-Wl,-rpath,${mac ? '@loader_path' : '$ORIGIN'}/../../deps/lib`,
    // Node's own functions are found in the process that loads the addon.
    ...(mac ? ['-undefined', 'dynamic_lookup'] : []),
    ...['-o', output],
  ];
}

function systemCompilers(): Compiler[] {
  const chosen = process.env.CXX;
  return [...(chosen ? [chosen] : []), 'c++', 'g++', 'clang++'].map((name) => ({
    command: [name],
  }));
}

/** Zig compiles C++ too, needs nothing else, and can be had where Python packages can. */
async function fetchCompiler(wheel: Wheel, folder: string): Promise<Compiler> {
  const archive = await fetchWheel(wheel, folder);
  await extractZip(archive, folder, (name) => (name.startsWith('ziglang/') ? name : undefined));
  const scratch = join(folder, 'scratch');
  return {
    command: [join(folder, 'ziglang', 'zig'), 'c++'],
    environment: { ZIG_GLOBAL_CACHE_DIR: scratch, ZIG_LOCAL_CACHE_DIR: scratch },
  };
}

/** The folder for an addon, by everything that goes into it. */
function addonFolder(cache: string, { binding, library }: AddonSources): string {
  const hash = createHash('sha256').update(basename(library));
  for (const path of filesIn(binding)) hash.update(readFileSync(path));
  return join(cache, `addon-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * Compiles the addon with the system's C++ compiler, or with one from the Python package index where
 * there is none that works; kept in the cache.
 *
 * @returns the addon's path
 * @throws SetupError where no compiler makes it
 */
export async function compileAddon(
  sources: AddonSources,
  compilerWheel: Wheel,
  cache: string,
): Promise<string> {
  const folder = addonFolder(cache, sources);
  if (isFinished(folder)) return join(folder, ADDON);
  console.error('  Compiling the addon …');
  const failures: string[] = [];
  const compile = async ({ command, environment }: Compiler, output: string): Promise<boolean> => {
    const [program, ...first] = command;
    const args = [...first, ...compilerArguments(sources, process.platform, output)];
    const outcome = await run(program, args, environment && { environment });
    if (outcome.status !== 0)
      failures.push(`${command.join(' ')}: ${lastLines(outcome.output, 4)}`);
    return outcome.status === 0;
  };
  await finishFolder(folder, async (unfinished) => {
    const output = join(unfinished, ADDON);
    for (const compiler of systemCompilers()) if (await compile(compiler, output)) return;
    console.error('  No C++ compiler here works; getting one for this alone (it takes a minute) …');
    const work = join(cache, 'compiler');
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work);
    try {
      if (await compile(await fetchCompiler(compilerWheel, work), output)) return;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    throw new SetupError({
      what: 'Compiling the addon of the native engine',
      tried: 'the C++ compilers of this system, then Zig from the Python package index',
      found: failures.join('\n'),
      mend: process.platform === 'darwin' ? 'xcode-select --install' : 'sudo apt install g++',
    });
  });
  return join(folder, ADDON);
}
