import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ADDON,
  compileAddon,
  compilerArguments,
  type AddonSources,
} from '../../../tools/setup/nativeAddon';
import { fakeProgram } from './fakeProgram';
import { temporaryFolder } from '../../setup/temporaryFolder';

let folder: string;
let sources: AddonSources;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  folder = temporaryFolder();
  sources = {
    binding: join(folder, 'binding'),
    nodeHeaders: join(folder, 'node'),
    library: join(folder, 'tensorflow'),
  };
  for (const place of [sources.binding, join(sources.library, 'lib')]) {
    mkdirSync(place, { recursive: true });
  }
  writeFileSync(join(sources.binding, 'binding.cc'), 'int x;');
  writeFileSync(join(sources.binding, 'binding.h'), 'extern int x;');
  writeFileSync(join(sources.library, 'lib', 'libtensorflow_cc.so.2'), '');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the arguments of the compiler', () => {
  it('compile the C++ files against the library, which is found beside the addon', () => {
    const args = compilerArguments(sources, 'linux', 'addon.node');
    expect(args).toContain(join(sources.binding, 'binding.cc'));
    expect(args).not.toContain(join(sources.binding, 'binding.h'));
    expect(args).toContain(join(sources.library, 'lib', 'libtensorflow_cc.so.2'));
    expect(args).toContain('-Wl,-rpath,$ORIGIN/../../deps/lib');
    expect(args.slice(-2)).toEqual(['-o', 'addon.node']);
  });

  it("leave Node's functions open on a Mac", () => {
    const args = compilerArguments(sources, 'darwin', 'addon.node');
    expect(args.join(' ')).toContain('-undefined dynamic_lookup');
    expect(args).toContain('-Wl,-rpath,@loader_path/../../deps/lib');
  });
});

describe.skipIf(process.platform === 'win32')('compiling the addon', () => {
  const compilerWheel = { name: 'none', version: '0', platform: 'any', sha256: '00' };

  const installCompiler = (name: string, script: string): string =>
    fakeProgram(join(folder, 'bin', name), script);

  it('tries one compiler after the other and keeps the result', async () => {
    const log = join(folder, 'log');
    installCompiler('c++', "console.error('please install Xcode'); process.exitCode = 1;");
    installCompiler(
      'g++',
      `fs.appendFileSync('${log}', 'compiled ');
       fs.writeFileSync(args[args.indexOf('-o') + 1], 'machine code');`,
    );
    vi.stubEnv('PATH', join(folder, 'bin'));
    vi.stubEnv('CXX', '');
    const cache = join(folder, 'cache');
    const addon = await compileAddon(sources, compilerWheel, cache);
    expect(readFileSync(addon, 'utf8')).toBe('machine code');
    expect(await compileAddon(sources, compilerWheel, cache)).toBe(addon);
    expect(readFileSync(log, 'utf8')).toBe('compiled ');
  });

  it('compiles anew where the sources have changed', async () => {
    installCompiler('c++', "fs.writeFileSync(args[args.indexOf('-o') + 1], 'machine code');");
    vi.stubEnv('PATH', join(folder, 'bin'));
    const cache = join(folder, 'cache');
    const before = await compileAddon(sources, compilerWheel, cache);
    writeFileSync(join(sources.binding, 'binding.cc'), 'int y;');
    expect(await compileAddon(sources, compilerWheel, cache)).not.toBe(before);
  });

  it('leaves nothing that looks finished where no compiler is to be had', async () => {
    installCompiler('c++', "console.error('error: no such header'); process.exitCode = 1;");
    vi.stubEnv('PATH', join(folder, 'bin'));
    const cache = join(folder, 'cache');
    // Nor is there a Python to get another compiler with.
    await expect(compileAddon(sources, compilerWheel, cache)).rejects.toThrow('Finding Python');
    expect(existsSync(join(cache, 'compiler'))).toBe(false);
    installCompiler('c++', "fs.writeFileSync(args[args.indexOf('-o') + 1], 'machine code');");
    const addon = await compileAddon(sources, compilerWheel, cache);
    expect(addon.endsWith(ADDON)).toBe(true);
  });
});
