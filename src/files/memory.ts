import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What was remembered in a file; undefined where there is none or it is not whole. */
export function recall(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Remembers a value in a file, which is there whole or not at all. */
export function remember<Value>(path: string, value: Value): Value {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(value));
  renameSync(unfinished, path);
  return value;
}
