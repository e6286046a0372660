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
  // The notebook's parameters hold more than that, which is nothing to a training.
  const own = Object.entries(hyperparameters).filter(([name]) => name in hyperparametersRule.parts);
  hyperparametersRule.check('', Object.fromEntries(own));
  seedRule.check('seed', seed);
}
