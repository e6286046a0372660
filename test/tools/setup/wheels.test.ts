import { expect, it } from 'vitest';
import { placeInLibrary } from '../../../tools/setup/tensorflowLibrary';
import { wheelsFor } from '../../../tools/setup/wheels';

it.each(['linux-x64', 'linux-arm64', 'darwin-arm64'])('there are wheels for %s', (system) => {
  const { tensorflow, compiler } = wheelsFor(system)!;
  for (const wheel of [tensorflow, compiler]) {
    expect(wheel.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(wheel.platform).toMatch(system.startsWith('linux') ? /^manylinux/ : /^macosx/);
  }
});

it.each(['win32-x64', 'linux-x64-musl', 'sunos-sparc'])('there are no wheels for %s', (system) => {
  expect(wheelsFor(system)).toBeUndefined();
});

it.each([
  ['tensorflow/libtensorflow_cc.so.2', 'lib/libtensorflow_cc.so.2'],
  ['tensorflow/libtensorflow_framework.2.dylib', 'lib/libtensorflow_framework.2.dylib'],
  ['tensorflow/include/tensorflow/c/eager/c_api.h', 'include/tensorflow/c/eager/c_api.h'],
  ['tensorflow/include/tsl/platform/ctstring.h', 'include/tsl/platform/ctstring.h'],
  ['tensorflow/include/xla/tsl/c/tsl_status.h', 'include/xla/tsl/c/tsl_status.h'],
])('%s of a wheel goes to %s', (name, place) => {
  expect(placeInLibrary(name)).toBe(place);
});

it.each([
  'tensorflow/python/_pywrap_tensorflow_internal.so',
  'tensorflow/include/tensorflow/core/framework/tensor.h',
  'tensorflow/include/tensorflow/c/c_api.cc',
  'tensorflow_cpu-2.18.1.dist-info/RECORD',
])('%s of a wheel is left out', (name) => {
  expect(placeInLibrary(name)).toBeUndefined();
});
