import type { Hyperparameters } from './presets';

interface Rule {
  readonly holds: (value: number) => boolean;
  readonly says: string;
}

const wholeFromOne: Rule = {
  holds: (value) => Number.isInteger(value) && value >= 1,
  says: 'a whole number from 1',
};
const share: Rule = { holds: (value) => value >= 0 && value < 1, says: 'a number from 0, below 1' };
const positive: Rule = {
  holds: (value) => value > 0 && Number.isFinite(value),
  says: 'a number above 0',
};

const rules = {
  epochs: wholeFromOne,
  batchSize: wholeFromOne,
  patience: wholeFromOne,
  learningRate: positive,
  warmUp: share,
  labelSmoothing: share,
} as const satisfies Partial<Record<keyof Hyperparameters, Rule>>;

/** Beyond this the seeds of single epochs would no longer be exact. */
const MAXIMUM_SEED = 2 ** 32;

/**
 * Makes sure that a training can be run with these numbers.
 *
 * @throws RangeError where one is out of its range
 */
export function checkHyperparameters(hyperparameters: Hyperparameters, seed: number): void {
  for (const [name, { holds, says }] of Object.entries(rules)) {
    const value = hyperparameters[name as keyof typeof rules];
    if (!holds(value)) throw new RangeError(`${name}: expected ${says}, found ${value}`);
  }
  const temperature = hyperparameters.distillation?.temperature ?? 1;
  if (!positive.holds(temperature)) {
    throw new RangeError(
      `distillation.temperature: expected ${positive.says}, found ${temperature}`,
    );
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > MAXIMUM_SEED) {
    throw new RangeError(`seed: expected a whole number from 0 to ${MAXIMUM_SEED}, found ${seed}`);
  }
}
