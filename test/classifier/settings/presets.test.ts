import { expect, it } from 'vitest';
import { findPreset } from '../../../src/classifier/settings/presets';

it('a preset that does not exist is refused with the names of those that do', () => {
  expect(() => findPreset('toString')).toThrow(
    'expected a preset (quick, standard, plain), found "toString"',
  );
});
