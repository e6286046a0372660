import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Box } from '../../picture/box';
import type { LabelDigit, ScanLabel } from './scanLabel';

/** The file that says what is to be read in the pictures beside it. */
const LABELS = 'labels.json';

const MEND = 'give a folder of labelled pictures, such as `npm run pages` writes';

/**
 * Reads what is to be read in the pictures of a folder.
 *
 * @param folder with pictures and `labels.json`: an object of labels by file name, each with `lines` (strings of
 *   digits), `kind` and `source` (its first word counts), where they are known `ignore` (boxes of four numbers),
 *   `order` (`loose` where it is uncertain), `rotate_cw_to_upright` (degrees) and `digits` (with `digit`, `box`,
 *   `line` and `order`)
 * @throws Error where the folder, its labels or a picture is missing, or the labels are damaged
 */
export function readScanLabels(folder: string): ScanLabel[] {
  const path = join(folder, LABELS);
  const labels = Object.entries(parse(path)).map(([file, label]) => parseLabel(path, file, label));
  if (labels.length === 0) throw new Error(`${path}: expected labels, found none; ${MEND}`);
  for (const { file } of labels) {
    if (existsSync(join(folder, file))) continue;
    throw new Error(
      `${join(folder, file)}: expected the picture that ${LABELS} names, found no such file; ` +
        'bring it back, or take its label out',
    );
  }
  return labels;
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(path: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const found = code === 'ENOENT' ? 'no such file' : code;
    throw new Error(`${path}: expected labels, found ${found}; ${MEND}`, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = (error as Error).message;
    throw new Error(`${path}: expected JSON, found damage (${found}); copy or write it again`, {
      cause: error,
    });
  }
  if (isObject(value)) return value;
  const found = Array.isArray(value) ? 'an array' : String(value);
  throw new Error(`${path}: expected an object of labels by file name, found ${found}; ${MEND}`);
}

/** A check of one label's fields, which says which one is wrong. */
function parseLabel(path: string, file: string, label: unknown): ScanLabel {
  const check = <Value>(
    name: string,
    value: unknown,
    isRight: (value: unknown) => value is Value,
    expected: string,
  ): Value => {
    if (isRight(value)) return value;
    throw new Error(
      `${path}: ${file}: expected ${expected} as ${name}, found ${JSON.stringify(value)}; mend the label`,
    );
  };
  const given = check('the label', label, isObject, 'an object');
  const lines = check('lines', given.lines, isLines, 'an array of strings of digits');
  const boxes = check('ignore', given.ignore ?? [], isBoxes, 'boxes of four numbers');
  const placed = check('digits', given.digits, isPlacedOrNot, 'digits with box, line and order');
  const turn = check(
    'rotate_cw_to_upright',
    given.rotate_cw_to_upright,
    isTurn,
    '0, 90, 180 or 270',
  );
  const order = check('order', given.order, isOrder, '"loose" or nothing');
  return {
    file,
    kind: check('kind', given.kind, isText, 'a text'),
    source: check('source', given.source, isText, 'a text').split(' ')[0],
    digits: digitsOf(lines, placed),
    isScattered: order === 'loose',
    ignored: boxes.map(boxOf),
    turn,
  };
}

type Corners = readonly [x0: number, y0: number, x1: number, y1: number];

interface PlacedDigit {
  readonly digit: number;
  readonly box: Corners;
  readonly line: number;
  readonly order: number;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((line) => isText(line) && /^\d*$/.test(line));

const isCorners = (value: unknown): value is Corners =>
  Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);

const isBoxes = (value: unknown): value is Corners[] =>
  Array.isArray(value) && value.every(isCorners);

const isPlacedOrNot = (value: unknown): value is PlacedDigit[] | undefined =>
  value === undefined ||
  (Array.isArray(value) &&
    value.every(
      (digit: unknown) =>
        isObject(digit) &&
        isCorners(digit.box) &&
        [digit.digit, digit.line, digit.order].every(Number.isInteger),
    ));

const isTurn = (value: unknown): value is ScanLabel['turn'] =>
  value === undefined || [0, 90, 180, 270].some((turn) => turn === value);

const isOrder = (value: unknown): value is 'loose' | undefined =>
  value === undefined || value === 'loose';

const boxOf = ([x0, y0, x1, y1]: Corners): Box => ({ x0, y0, x1, y1 });

function digitsOf(lines: readonly string[], placed: readonly PlacedDigit[] = []): LabelDigit[] {
  return lines.flatMap((text, line) =>
    Array.from(text, (character, order) => {
      const digit = Number(character);
      const place = placed.find(
        (other) => other.line === line && other.order === order && other.digit === digit,
      );
      return { digit, line, ...(place && { box: boxOf(place.box) }) };
    }),
  );
}
