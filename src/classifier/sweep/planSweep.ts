import { isObject } from '../../numbers/jsonValues';
import { noAugmentation } from '../../digits/augmentation/augment';
import { createRandom } from '../../numbers/random';
import { VALIDATION_COUNT } from '../../digits/split';
import { seedRule } from '../settings/checkHyperparameters';
import {
  findPreset,
  presetNames,
  type Hyperparameters,
  type LayerDescription,
} from '../settings/presets';
import {
  findPart,
  group,
  listOf,
  number,
  oneOf,
  pathInside,
  refuse,
  wholeNumber,
  type Rule,
} from '../settings/rules';
import { hyperparametersRule, layersRule } from '../settings/settingRules';
import { drawCombinations, type Choice, type Range } from './drawCombinations';
import type { Setting, Trial } from './trial';

/** Which trainings a sweep consists of; docs/sweeps.md has examples. */
export interface SweepDescription {
  /** The preset to start from. */
  readonly preset: string;
  /** Every combination is trained once with each of them. @default [1] */
  readonly seeds?: readonly number[];
  /** How many of the 55,000 training digits to learn from: the first ones. @default all */
  readonly trainingCount?: number;
  /** Draws combinations at random instead of training them all. */
  readonly random?: { readonly count: number; readonly seed: number };
  /**
   * What to train with, by the setting's path in the preset's hyperparameters or from `layers` on: lists of
   * values; where combinations are drawn, also ranges of numbers.
   */
  readonly values: Readonly<Record<string, readonly Setting[] | Range>>;
}

/** All that a sweep may change. */
interface Settings extends Hyperparameters {
  readonly layers: readonly LayerDescription[];
}

const TRAINING_COUNT = 60_000 - VALIDATION_COUNT;
const trainingCountRule = wholeNumber(1, TRAINING_COUNT);

const settingsRule: Rule = {
  check: (path, value) => {
    if (!isObject(value)) refuse(path, 'an object of settings with their values', value);
  },
};

const descriptionRule = group(
  {
    preset: oneOf(presetNames),
    seeds: listOf(seedRule),
    trainingCount: trainingCountRule,
    random: group({ count: wholeNumber(1), seed: seedRule }),
    values: settingsRule,
  },
  ['seeds', 'trainingCount', 'random'],
);

const finite = number('a number', Number.isFinite);
const scale = oneOf(['linear', 'logarithmic']);
const rangeRule = group({ from: finite, to: finite, scale }, ['scale']);

function readList(path: string, value: unknown, rule: Rule): readonly Setting[] {
  if (isObject(value)) {
    const why = rule.numbers
      ? 'to draw from a range, add "random": { "count": 20, "seed": 1 }'
      : 'ranges are for numbers';
    refuse(path, `a list of values (${why})`, value);
  }
  listOf(rule).check(path, value);
  return value as readonly Setting[];
}

function readChoice(path: string, value: unknown, rule: Rule): Choice {
  if (!isObject(value) || !rule.numbers) return readList(path, value, rule);
  rangeRule.check(path, value);
  const range = value as unknown as Range;
  rule.check(pathInside(path, 'from'), range.from);
  rule.check(pathInside(path, 'to'), range.to);
  if (range.from >= range.to) refuse(path, 'a range whose "from" is below its "to"', range);
  if (range.scale === 'logarithmic' && range.from <= 0) {
    refuse(pathInside(path, 'from'), 'a number above 0, as the scale is logarithmic', range.from);
  }
  return { ...range, isWhole: rule.numbers === 'whole' };
}

function findRule(root: Rule, path: string): Rule {
  let [rule, passed] = [root, 'values'];
  for (const name of path.split('.')) {
    rule = findPart(rule, passed, name);
    passed = pathInside(passed, name);
  }
  return rule;
}

/** Of two settings, one inside the other, one would undo what the other does. */
function checkApart(paths: readonly string[]): void {
  for (const outer of paths) {
    const inner = paths.find((path) => path.startsWith(`${outer}.`));
    if (inner) throw new RangeError(`values.${inner}: a part of ${outer}; name one of the two`);
  }
}

function allCombinations(
  lists: Readonly<Record<string, readonly Setting[]>>,
): Record<string, Setting>[] {
  return Object.entries(lists).reduce<Record<string, Setting>[]>(
    (combinations, [path, values]) =>
      combinations.flatMap((one) => values.map((value) => ({ ...one, [path]: value }))),
    [{}],
  );
}

function findCombinations(
  { values, random }: SweepDescription,
  rules: Readonly<Record<string, Rule>>,
): Record<string, Setting>[] {
  checkApart(Object.keys(values));
  const read = <Read>(reader: (path: string, value: unknown, rule: Rule) => Read) =>
    Object.fromEntries(
      Object.entries(values).map(([path, value]) => [
        path,
        reader(`values.${path}`, value, findRule({ parts: rules, check: () => undefined }, path)),
      ]),
    );
  return random
    ? drawCombinations(read(readChoice), random.count, createRandom(random.seed))
    : allCombinations(read(readList));
}

function withValue(target: unknown, path: readonly string[], value: Setting): unknown {
  if (path.length === 0) return value;
  const [name, ...rest] = path;
  if (Array.isArray(target)) {
    return target.map((one: unknown, index) =>
      String(index) === name ? withValue(one, rest, value) : one,
    );
  }
  const object = (target ?? {}) as Readonly<Record<string, unknown>>;
  return { ...object, [name]: withValue(object[name], rest, value) };
}

function applyValues(settings: Settings, values: Readonly<Record<string, Setting>>): Settings {
  const isPartlyAugmented = Object.keys(values).some((path) => path.startsWith('augmentation.'));
  const start = {
    ...settings,
    augmentation: settings.augmentation ?? (isPartlyAugmented ? noAugmentation : null),
  };
  return Object.entries(values).reduce<unknown>(
    (settings, [path, value]) => withValue(settings, path.split('.'), value),
    start,
  ) as Settings;
}

function plan(description: SweepDescription): Trial[] {
  descriptionRule.check('', description);
  const { preset, seeds = [1], trainingCount = TRAINING_COUNT } = description;
  const { layers: usual, hyperparameters: defaults } = findPreset(preset);
  const rules = { ...hyperparametersRule.parts, layers: layersRule(usual) };
  const changes = findCombinations(description, rules).map((values) => {
    const { layers, ...hyperparameters } = applyValues({ ...defaults, layers: usual }, values);
    // Each value may be right and what they make together not.
    hyperparametersRule.check('', hyperparameters);
    rules.layers.check('layers', layers);
    return { values, layers, hyperparameters };
  });
  // Seed by seed: a sweep that is stopped has seen as many combinations as possible.
  return seeds.flatMap((seed) =>
    changes.map((change) => ({ preset, ...change, seed, trainingCount })),
  );
}

/**
 * Plans the trainings of a sweep over hyperparameters: all combinations of a grid, or some at random.
 *
 * @param description what to train; checked strictly, so it may come from a file
 * @param name what errors call it
 * @returns the trials, the first seed with all combinations first
 * @throws RangeError where the description is not as it has to be
 */
export function planSweep(description: SweepDescription, name = 'sweep'): Trial[] {
  try {
    return plan(description);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `${name}: ${error.message}; docs/sweeps.md says what a sweep may hold`;
    throw new RangeError(message, { cause: error });
  }
}

const trialRule = group({
  preset: oneOf(presetNames),
  values: settingsRule,
  layers: layersRule([]),
  hyperparameters: hyperparametersRule,
  seed: seedRule,
  trainingCount: trainingCountRule,
} satisfies Record<keyof Trial, Rule>);

/**
 * Makes sure that something is a trial as `planSweep` plans it.
 *
 * @param name what errors call it
 * @throws RangeError where it is not
 */
export function checkTrial(value: unknown, name: string): Trial {
  trialRule.check(name, value);
  return value as Trial;
}
