import { InvalidArgumentError } from 'commander';

/**
 * Makes a parser for an option that takes a whole number.
 *
 * @param min the smallest number allowed
 */
export function wholeNumberFrom(min: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < min) {
      throw new InvalidArgumentError(`Expected a whole number from ${min}, found "${text}".`);
    }
    return value;
  };
}
