import { InvalidArgumentError } from 'commander';

/** Reads a number from 0 to 1 of a command line. */
export function parseShare(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError(`expected a number from 0 to 1, found ${text}.`);
  }
  return value;
}
