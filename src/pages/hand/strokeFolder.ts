import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readMaybeGzipped } from '../../digits/idx';
import { readRegularFile } from '../../files/regularFile';
import { sha256 } from '../../files/wholeFile';
import { oneLine } from '../../numbers/quote';
import { penWriters, type PenSample, type PenWriter } from './penWriters';

const ENDING = /\.ndjson(\.gz)?$/;

/**
 * Reads handwriting that was recorded as the way of the pen.
 *
 * @param folder with files of one JSON object a line, `.ndjson` or `.ndjson.gz`: `{label, writer, strokes}`, where
 *   `label` is one character and `strokes` a list of lists of points `[x, y]`, y downwards
 * @throws Error where there are no such files, or a line is damaged
 */
export function readPenWriters(folder: string): PenWriter[] {
  return penWriters(filesIn(folder).flatMap((name) => readSamples(join(folder, name))));
}

/**
 * The SHA-256 of every file of recorded handwriting in a folder, by its name.
 *
 * @throws Error where there are no such files
 */
export function strokeHashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((name) => [
      name,
      sha256(readRegularFile(join(folder, name), 'recorded handwriting')),
    ]),
  );
}

function filesIn(folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => ENDING.test(name)) : [];
  if (files.length > 0) return files.sort();
  throw new Error(
    `${folder}: expected recorded handwriting in files that end in .ndjson or .ndjson.gz, found none; ` +
      'docs/pages.md says where such data comes from',
  );
}

function readSamples(path: string): PenSample[] {
  return new TextDecoder()
    .decode(readMaybeGzipped(path))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const sample = parse(line);
      if (isSample(sample)) return sample;
      throw new Error(
        `${path}: line ${index + 1}: expected {label, writer, strokes}, found ${oneLine(line)}; ` +
          'take the line out or get the file again',
      );
    });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isSample(value: unknown): value is PenSample {
  const { label, writer, strokes } = (value ?? {}) as Partial<PenSample>;
  return (
    typeof label === 'string' &&
    typeof writer === 'string' &&
    Array.isArray(strokes) &&
    strokes.every(
      (points: unknown) =>
        Array.isArray(points) &&
        points.every(
          (point: unknown) =>
            Array.isArray(point) && point.length >= 2 && point.every(Number.isFinite),
        ),
    )
  );
}
