import { printable } from './printable';

/** How much of a value or a text an error repeats. */
const LONGEST = 200;

/** The part of a text that is looked at for that: a file without line breaks makes one that fits in memory once. */
const startOf = (text: string): string => text.slice(0, 10 * LONGEST);

/**
 * Brings a text of others into one short line, fit for a terminal.
 *
 * @param text a dependency's message, or something out of a file
 */
export function oneLine(text: string): string {
  const line = printable(
    startOf(text)
      .replace(/[\s\u0085]+/g, ' ')
      .trim(),
  );
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** A value as an error quotes it: as JSON, shortened; `nothing` where there is none. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  return oneLine(JSON.stringify(typeof value === 'string' ? startOf(value) : value));
}

/**
 * What a dependency says of a file that it cannot read: its words, where they are meant for people, not how
 * JavaScript or WebAssembly speak of mistakes in code.
 */
export function reasonOf(error: unknown): string {
  if (typeof error === 'string') return oneLine(error);
  if (error instanceof Error && error.name === 'Error') return oneLine(error.message);
  return 'content that contradicts itself';
}

/**
 * Lets a check of a file's content name the file.
 *
 * @param check throws a RangeError where the content is not as it has to be
 * @throws RangeError with the file's path before the check's words
 */
export function naming<Result>(path: string, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`${path}: ${error.message}`, { cause: error });
  }
}
