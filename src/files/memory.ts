import { readRegularFile } from './regularFile';
import { writeWhole } from './wholeFile';

/** What was remembered in a file; undefined where there is none or it is not whole. */
export function recall(path: string): unknown {
  try {
    return JSON.parse(readRegularFile(path, 'JSON').toString());
  } catch {
    return undefined;
  }
}

/** Remembers a value in a file, which is there whole or not at all. */
export function remember<Value>(path: string, value: Value): Value {
  writeWhole(path, JSON.stringify(value));
  return value;
}
