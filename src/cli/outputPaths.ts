import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { makeFolder } from '../files/makeFolder';
import { explainWriteError } from '../files/writeError';
import { isTablePath, tableEndings } from '../view/tableFile';

/** Reads the path of a table of a command line. */
export function parseTablePath(path: string): string {
  if (isTablePath(path)) return path;
  throw new InvalidArgumentError(`expected a file ending in ${tableEndings.join(', ')}.`);
}

/** Reads the path of a web page of a command line. */
export function parseSheetPath(path: string): string {
  if (/\.html?$/i.test(path)) return path;
  throw new InvalidArgumentError('expected a file ending in .html.');
}

/** Makes the folder that an option asks for; one that cannot be made is wrong usage. */
export function makeOutputFolder(option: string, folder: string, command: Command): void {
  try {
    makeFolder(folder);
  } catch (error) {
    command.error(`error: ${option}: ${(error as Error).message}`, { exitCode: 2 });
  }
}

/** Makes sure that the file that an option asks for can be written, before much is read for it. */
export function makeRoom(option: string, path: string, command: Command): void {
  makeOutputFolder(option, dirname(path), command);
  const problem = problemOf(path);
  if (problem !== undefined) command.error(`error: ${option}: ${problem}`, { exitCode: 2 });
}

/** Why a file cannot be written under a path, as far as its folder tells; undefined where nothing speaks against it. */
function problemOf(path: string): string | undefined {
  try {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? `expected the path of a file, found a folder at ${path}` : undefined;
  } catch (error) {
    return (explainWriteError(path, error) as Error).message;
  }
}
