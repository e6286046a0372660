import type { Random } from '../../numbers/random';
import { canonicalJson } from '../settings/rules';
import type { Setting } from './trial';

/** Numbers to draw from, the first and the last included. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether equal differences or equal ratios are equally likely. @default 'linear' */
  readonly scale?: 'linear' | 'logarithmic';
}

/** What a setting may become: one of some values, or a number of a range. */
export type Choice = readonly Setting[] | (Range & { readonly isWhole: boolean });

/** Gives up after so many draws in a row, for each that is wanted, that were there already. */
const PATIENCE = 1000;

/** More digits than these make no difference to a training, but to whoever reads the table. */
const DIGITS = 4;

const isList = (choice: Choice): choice is readonly Setting[] => Array.isArray(choice);

function draw(choice: Choice, random: Random): Setting {
  if (isList(choice)) return choice[random.integer(choice.length)];
  const { from, to, scale, isWhole } = choice;
  // Half a step more on either side: the first and the last number are as likely as the others.
  const [low, high] = isWhole ? [from - 0.5, to + 0.5] : [from, to];
  const share = random.uniform();
  const value =
    scale === 'logarithmic' ? low ** (1 - share) * high ** share : low * (1 - share) + high * share;
  const rounded = isWhole ? Math.round(value) : Number(value.toPrecision(DIGITS));
  return Math.min(Math.max(rounded, from), to);
}

function countOf(choice: Choice): number {
  if (isList(choice)) return choice.length;
  return choice.isWhole ? choice.to - choice.from + 1 : Infinity;
}

/**
 * Draws combinations of values, all of them different (Bergstra and Bengio, JMLR 13, 2012).
 *
 * @param choices what every setting may become
 * @param count how many combinations; a larger number only adds to those of a smaller one
 * @param random decides them
 * @throws RangeError where there are not that many, or they are not found
 */
export function drawCombinations(
  choices: Readonly<Record<string, Choice>>,
  count: number,
  random: Random,
): Record<string, Setting>[] {
  const possible = Object.values(choices).reduce((product, one) => product * countOf(one), 1);
  if (count > possible) {
    throw new RangeError(
      `random.count: expected at most ${possible}, as many as there are combinations, found ${count}`,
    );
  }
  const drawn = new Map<string, Record<string, Setting>>();
  let repeated = 0;
  while (drawn.size < count) {
    const values = Object.entries(choices).map(([path, choice]) => [path, draw(choice, random)]);
    const combination = Object.fromEntries(values) as Record<string, Setting>;
    const name = canonicalJson(combination);
    repeated = drawn.has(name) ? repeated + 1 : 0;
    // A range may be too narrow for numbers of so few digits.
    if (repeated > PATIENCE * count) {
      throw new RangeError(
        `random.count: expected at most ${drawn.size}, as no more were found, found ${count}; widen the ranges`,
      );
    }
    drawn.set(name, combination);
  }
  return [...drawn.values()];
}
