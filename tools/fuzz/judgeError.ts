import { basename } from 'node:path';

/** How JavaScript and libraries speak of mistakes in code: nobody learns from it what is wrong with a file. */
const bare =
  /Cannot read propert|Cannot set propert|Cannot destructure|is not a function|is not iterable|is not a constructor|is not defined|Invalid array length|Invalid typed array|is out of (the )?(range|bounds)|memory access out of|Maximum call stack|memory access|unreachable|table index|null function|undefined|Array buffer allocation|ERR_[A-Z]|byte length of|RuntimeError|TypeError|Aborted\(|abort\(|panick/;

const stackLine = /^\s+at .*:\d+/m;
const control = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

/** More than this is no message, but the file once more. */
const LONGEST = 1500;

/**
 * Holds an error against the promise that it names the file and says what was expected and what was found, in one
 * line.
 *
 * @param error what was thrown
 * @param folder the folder of the files that were read
 * @returns what is wrong with it; undefined where nothing is
 */
export function judgeError(error: unknown, folder: string): string | undefined {
  if (!(error instanceof Error)) return `threw ${typeof error}: ${String(error)}`;
  const { message } = error;
  const wrong = (what: string): string => `${what}: ${error.name}: ${message.slice(0, LONGEST)}`;
  if (stackLine.test(message)) return wrong('an error with a stack in it');
  if (control.test(message)) return wrong('an error with control characters');
  // The values that are told of are those of the file.
  const said = message.replaceAll(folder, basename(folder)).replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const found = bare.exec(said)?.[0];
  if (found !== undefined) return wrong(`an error that speaks of code ("${found}")`);
  if (!message.includes(folder)) return wrong('an error that names no file');
  if (!/expected|unknown|a part of/.test(message))
    return wrong('an error without what was expected');
  if (!/found|unknown|a part of/.test(message)) return wrong('an error without what was found');
  if (message.length > LONGEST) return wrong(`an error of ${message.length} characters`);
  return undefined;
}
