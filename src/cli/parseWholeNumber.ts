import { InvalidArgumentError } from 'commander';

/**
 * Makes a parser for an option that takes a whole number.
 *
 * @param least the smallest number allowed
 */
export function wholeNumberFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`Expected a whole number from ${least}, found "${text}".`);
    }
    return value;
  };
}
