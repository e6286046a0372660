import {
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SetupError } from '../../../tools/setup/failure';
import {
  installNativeEngine,
  type Installation,
  type Route,
} from '../../../tools/setup/nativeEngine';
import { temporaryFolder } from '../../setup/temporaryFolder';

const failure = { what: 'Downloading', tried: 'the network', found: 'nothing', mend: 'a cable' };

let calls: string[];
let folder: string;

/** A way to install that puts a library of some length there. */
const route = (origin: string, content: string): Route => ({
  origin,
  install: (place) => {
    calls.push(origin);
    for (const name of ['deps/lib', 'lib/napi-v8']) {
      mkdirSync(join(place, name), { recursive: true });
    }
    writeFileSync(join(place, 'deps/lib/library.so'), content);
    return Promise.resolve();
  },
});

const brokenRoute: Route = {
  origin: 'broken',
  install: () => {
    calls.push('broken');
    return Promise.reject(new SetupError(failure));
  },
};

/** An installation whose library loads where it is whole. */
const installation = (...routes: Route[]): Installation => ({
  folder,
  system: 'test-system',
  routes,
  load: () => {
    calls.push('load');
    const library = join(folder, 'deps/lib/library.so');
    return existsSync(library) && calls.includes('whole')
      ? Promise.resolve('2.18.1')
      : Promise.reject(new Error('file too short'));
  },
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  calls = [];
  folder = temporaryFolder();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('installing the native engine', () => {
  it('takes the first way that leads to a library that loads', async () => {
    const routes = [brokenRoute, route('half', 'li'), route('whole', 'library'), route('late', '')];
    const { installed, account } = await installNativeEngine(false, installation(...routes));
    expect([installed, account]).toEqual([true, 'TensorFlow 2.18.1, whole']);
    expect(calls).toEqual(['broken', 'half', 'load', 'whole', 'load']);
  });

  it('does nothing the second time', async () => {
    await installNativeEngine(false, installation(route('whole', 'library')));
    calls = [];
    const { installed } = await installNativeEngine(true, installation(brokenRoute));
    expect([installed, calls]).toEqual([true, []]);
  });

  it('looks again where a file has changed since', async () => {
    await installNativeEngine(false, installation(route('whole', 'library')));
    truncateSync(join(folder, 'deps/lib/library.so'), 3);
    calls = [];
    await installNativeEngine(false, installation(route('whole', 'library')));
    expect(calls).toEqual(['whole', 'load']);
  });

  it('installs again where a file of the same length holds something else', async () => {
    await installNativeEngine(false, installation(route('whole', 'library')));
    writeFileSync(join(folder, 'deps/lib/library.so'), 'libfake');
    calls = [];
    await installNativeEngine(false, installation(route('whole', 'library')));
    expect(calls).toEqual(['whole', 'load']);
  });

  it('installs again where the library has gone from the cache', async () => {
    await installNativeEngine(false, installation(route('whole', 'library')));
    symlinkSync(join(folder, 'gone'), join(folder, 'deps/lib/linked.so'));
    calls = [];
    await installNativeEngine(false, installation(route('whole', 'library')));
    expect(calls).toContain('whole');
  });

  it('tries what is there with another Node first, and still knows where it came from', async () => {
    await installNativeEngine(false, installation(route('whole', 'library')));
    const stamp = join(folder, '.native.json');
    writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(process.version, 'v18.0.0'));
    const { account } = await installNativeEngine(false, installation(brokenRoute));
    expect(account).toBe('TensorFlow 2.18.1, whole');
    expect(calls).toEqual(['whole', 'load', 'load']);
  });

  it('leaves no half library behind where every way fails, and says what each found', async () => {
    const routes = [brokenRoute, route('half', 'li')];
    const { installed, account } = await installNativeEngine(false, installation(...routes));
    expect(installed).toBe(false);
    expect(account).toMatch(/found: nothing\n {2}mend: {2}a cable\n[^]*found: file too short/);
    expect(existsSync(join(folder, 'deps'))).toBe(false);
  });

  it('remembers a failure until it is asked to try again', async () => {
    await installNativeEngine(false, installation(brokenRoute));
    await installNativeEngine(false, installation(brokenRoute));
    expect(calls).toEqual(['broken']);
    await installNativeEngine(true, installation(brokenRoute));
    expect(calls).toEqual(['broken', 'broken']);
  });

  it('starts over where its notes are cut off', async () => {
    await installNativeEngine(false, installation(route('whole', 'library')));
    truncateSync(join(folder, '.native.json'), 9);
    calls = [];
    await installNativeEngine(false, installation(route('whole', 'library')));
    expect(calls).toContain('load');
  });
});
