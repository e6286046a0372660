import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { readParameters } from '../../src/notebook/parameters';

const defaults = {
  epochs: 12,
  batchSize: 128,
  learningRate: 0.004,
  warmUp: 0.2,
  labelSmoothing: 0.02,
  augment: true,
  seed: 1,
  run: 'first try',
  page: __filename,
};
const read = (variable: string | undefined) =>
  readParameters(defaults, { DIGITS_PARAMETERS: variable });

it.each([undefined, '', '{}'])('with %j in DIGITS_PARAMETERS the defaults hold', (variable) => {
  expect(read(variable)).toEqual(defaults);
});

it('what is named is replaced, and nothing else', () => {
  expect(read('{"epochs": 3, "augment": false}')).toEqual({
    ...defaults,
    epochs: 3,
    augment: false,
  });
  expect(defaults.epochs).toBe(12);
});

it.each([
  ['{"epoch": 3}', 'unknown parameter epoch: the notebook has epochs, batchSize, learningRate'],
  ['{"toString": 3}', 'unknown parameter toString'],
  ['{"epochs": "3"}', 'parameter epochs: expected a number, found "3"'],
  ['{"epochs": null}', 'parameter epochs: expected a number, found null'],
  ['{"augment": 1}', 'parameter augment: expected a boolean, found 1'],
  ['{"run": ["quick"]}', 'parameter run: expected a string, found ["quick"]'],
  ['epochs=3', 'DIGITS_PARAMETERS: expected JSON like {"epochs": 3}, found epochs=3'],
  ['[3]', 'DIGITS_PARAMETERS: expected JSON like {"epochs": 3}, found [3]'],
  ['"\u0007', 'DIGITS_PARAMETERS: expected JSON like {"epochs": 3}, found "'],
  ['null', 'DIGITS_PARAMETERS: expected JSON like {"epochs": 3}, found null'],
])('%s is refused', (variable, message) => {
  expect(() => read(variable)).toThrow(message);
});

it.each([
  [{ epochs: -1 }, 'epochs: expected a whole number from 1 to 999, found -1'],
  [{ learningRate: 'a' }, 'learningRate: expected a number above 0, found "a"'],
  [{ batchSize: 1e6 }, 'batchSize: expected a whole number from 1 to 10000, found 1000000'],
  [{ momentum: 3 }, 'unknown parameter momentum: the notebook has epochs, batchSize, learningRate'],
  [{ run: ' ' }, 'run: expected a name of 1 to 100 characters, found " "'],
  [{ run: 'a'.repeat(300) }, 'run: expected a name of 1 to 100 characters, found "aaa'],
  [{ run: '\ud800' }, 'run: expected a name of 1 to 100 characters, found "\\ud800"'],
  [{ page: __dirname }, /^page: expected the path of a picture \(there is none at .*\), found /],
  [{ augment: 'yes' }, 'augment: expected true or false, found "yes"'],
  [
    { page: 'missing.jpg' },
    /^page: expected the path of a picture \(there is none at .*\), found "missing\.jpg"$/,
  ],
  [
    { page: '\u001b[2J\n' },
    /^page: expected .* \(there is none at [^\n]*\), found "\\u001b\[2J\\n"$/,
  ],
  [{ page: 3 }, 'page: expected the path of a picture, found 3'],
])('%j in the cell is refused', (change, message) => {
  expect(() => readParameters({ ...defaults, ...change }, {})).toThrow(message);
});

it('a name that is misspelt is told, in one line', () => {
  const { epochs, ...others } = defaults;
  let printed = '';
  try {
    readParameters({ ...others, epochss: epochs }, {});
  } catch (error) {
    printed = inspect(error);
  }
  expect(printed).toMatch(/^epochs: expected .*, found nothing; is epochss meant to be epochs\?$/);
});
