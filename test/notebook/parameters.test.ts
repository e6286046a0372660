import { expect, it } from 'vitest';
import { readParameters } from '../../src/notebook/parameters';

const defaults = { preset: 'standard', epochs: 12, live: true };
const read = (variable: string | undefined) =>
  readParameters(defaults, { DIGITS_PARAMETERS: variable });

it.each([undefined, '', '{}'])('with %j in DIGITS_PARAMETERS the defaults hold', (variable) => {
  expect(read(variable)).toEqual(defaults);
});

it('what is named is replaced, and nothing else', () => {
  expect(read('{"epochs": 3, "live": false}')).toEqual({
    preset: 'standard',
    epochs: 3,
    live: false,
  });
  expect(defaults.epochs).toBe(12);
});

it.each([
  ['{"epoch": 3}', 'unknown parameter epoch: the notebook has preset, epochs, live'],
  ['{"toString": 3}', 'unknown parameter toString'],
  ['{"epochs": "3"}', 'parameter epochs: expected a number, found "3"'],
  ['{"epochs": null}', 'parameter epochs: expected a number, found null'],
  ['{"live": 1}', 'parameter live: expected a boolean, found 1'],
  ['{"preset": ["quick"]}', 'parameter preset: expected a string, found ["quick"]'],
  ['epochs=3', 'DIGITS_PARAMETERS: expected JSON like {"epochs": 3}, found epochs=3'],
  ['[3]', 'DIGITS_PARAMETERS: expected JSON like {"epochs": 3}, found [3]'],
  ['null', 'DIGITS_PARAMETERS: expected JSON like {"epochs": 3}, found null'],
])('%s is refused', (variable, message) => {
  expect(() => read(variable)).toThrow(message);
});
