import type { Random } from './random';

/** The least and the largest value of what is drawn at random. */
export type Range = readonly [least: number, largest: number];

/** A number of a range, all equally likely. */
export function between(random: Random, [least, largest]: Range): number {
  return least + (largest - least) * random.uniform();
}

/** A number of a range of positive numbers, all factors equally likely: as often 1 to 2 as 2 to 4. */
export function factorBetween(random: Random, [least, largest]: Range): number {
  return least * (largest / least) ** random.uniform();
}

/** A whole number of a range, both ends included. */
export function wholeBetween(random: Random, [least, largest]: Range): number {
  return least + random.integer(largest - least + 1);
}

/** Whether something happens that does so in this share of cases, 0..1. */
export function happens(random: Random, share: number): boolean {
  return random.uniform() < share;
}

/** One of several, all equally likely. */
export function pick<Item>(random: Random, items: ArrayLike<Item>): Item {
  return items[random.integer(items.length)];
}

/** One of several names, each as likely as its weight says. */
export function pickWeighted<Name extends string>(
  random: Random,
  weights: Readonly<Record<Name, number>>,
): Name {
  const names = Object.keys(weights) as Name[];
  let left = random.uniform() * names.reduce((sum, name) => sum + weights[name], 0);
  return names.find((name) => (left -= weights[name]) < 0) ?? names[names.length - 1];
}
