import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a program that stands in for a real one.
 *
 * @param path of the program
 * @param script its JavaScript; `args` holds its arguments, `fs` and `path` are at hand
 */
export function fakeProgram(path: string, script: string): string {
  const lines = [
    `#!${process.execPath}`,
    "const fs = require('fs'), path = require('path'), args = process.argv.slice(2);",
    script,
  ];
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join('\n'), { mode: 0o755 });
  return path;
}
