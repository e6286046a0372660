import { expect, it } from 'vitest';
import { judgeError } from '../../../tools/fuzz/judgeError';

const judge = (error: unknown): string | undefined => judgeError(error, '/tmp/case');

it('an error that names the file, what was expected and what was found is clear', () => {
  expect(judge(new Error('/tmp/case/a.png: expected a whole PNG file, found 3 bytes'))).toBe(
    undefined,
  );
});

it.each([
  ['a text', 'no Error', 'threw string'],
  ['no file', new Error('expected 1, found 2'), 'names no file'],
  ['no expectation', new Error('/tmp/case/a: found 2'), 'without what was expected'],
  ['no finding', new Error('/tmp/case/a: expected 2'), 'without what was found'],
  ['two lines', new Error('/tmp/case/a: expected 1, found\n2'), 'control characters'],
  ['a stack', new Error('/tmp/case/a: expected 1\n    at b (c.js:1:2)'), 'a stack in it'],
  [
    'a mistake in code',
    new TypeError(
      "/tmp/case/a: expected 1, found Cannot read properties of undefined (reading '0')",
    ),
    'speaks of code ("Cannot read propert")',
  ],
  ['a whole file', new Error(`/tmp/case/a: expected 1, found ${'x'.repeat(2000)}`), 'characters'],
])('an error with %s is not', (_, error, complaint) => {
  expect(judge(error)).toContain(complaint);
});
