import type { Hyperparameters } from './presets';
import { wholeNumber } from './rules';
import { hyperparametersRule } from './settingRules';

/** Beyond this the seeds of single epochs would no longer be exact. */
export const seedRule = wholeNumber(0, 2 ** 32);

/**
 * Makes sure that a training can be run with these numbers.
 *
 * @throws RangeError where one is out of its range
 */
export function checkHyperparameters(hyperparameters: Hyperparameters, seed: number): void {
  // What else the object holds is no matter of the training's.
  const names = Object.keys(hyperparametersRule.parts) as (keyof Hyperparameters)[];
  const known = Object.fromEntries(names.map((name) => [name, hyperparameters[name]]));
  hyperparametersRule.check('', known);
  seedRule.check('seed', seed);
}
