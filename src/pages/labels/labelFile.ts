import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromCorners, toCorners, type Box, type Corners } from '../../picture/box';
import { foundInstead } from '../../files/readError';
import { isObject, isText } from '../../numbers/jsonValues';
import { oneLine, quote } from '../../numbers/quote';
import { turns, type Turn } from '../../picture/quarterTurn';
import { linesOf, type PictureLabel, type Truth, type TruthDigit } from './truth';

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
export function readLabels(folder: string): PictureLabel[] {
  const path = join(folder, LABELS);
  const labels = Object.entries(parse(path)).map(([file, label]) => parseLabel(path, file, label));
  if (labels.length === 0) throw new Error(`${path}: expected labels, found none; ${MEND}`);
  for (const { file } of labels) {
    if (existsSync(join(folder, file))) continue;
    throw new Error(
      `${join(folder, oneLine(file))}: expected the picture that ${LABELS} names, found no such file; ` +
        'bring it back, or take its label out',
    );
  }
  return labels;
}

type JsonObject = Readonly<Record<string, unknown>>;

function parse(path: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path}: expected labels, found ${foundInstead(error)}; ${MEND}`, {
      cause: error,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = oneLine((error as Error).message);
    throw new Error(`${path}: expected JSON, found damage (${found}); copy or write it again`, {
      cause: error,
    });
  }
  if (isObject(value)) return value;
  const found = Array.isArray(value) ? 'an array' : quote(value);
  throw new Error(`${path}: expected an object of labels by file name, found ${found}; ${MEND}`);
}

/** A check of one label's fields, which says which one is wrong. */
function parseLabel(path: string, file: string, label: unknown): PictureLabel {
  const check = <Value>(
    name: string,
    value: unknown,
    isRight: (value: unknown) => value is Value,
    expected: string,
  ): Value => {
    if (isRight(value)) return value;
    throw new Error(
      `${path}: ${oneLine(file)}: expected ${expected} as ${name}, found ${quote(value)}; mend the label`,
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
    ignored: boxes.map(fromCorners),
    turn,
  };
}

interface PlacedDigit {
  readonly digit: number;
  readonly box: Corners;
  readonly line: number;
  readonly order: number;
}

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

const isTurn = (value: unknown): value is Turn | undefined =>
  value === undefined || turns.some((turn) => turn === value);

const isOrder = (value: unknown): value is 'loose' | undefined =>
  value === undefined || value === 'loose';

function digitsOf(lines: readonly string[], placed: readonly PlacedDigit[] = []): TruthDigit[] {
  return lines.flatMap((text, line) =>
    Array.from(text, (character, order) => {
      const digit = Number(character);
      const place = placed.find(
        (other) => other.line === line && other.order === order && other.digit === digit,
      );
      return { digit, line, ...(place && { box: fromCorners(place.box) }) };
    }),
  );
}

const rounded = (box: Box): Corners => {
  const tenth = (side: number): number => Math.round(10 * side) / 10;
  return toCorners({ x0: tenth(box.x0), y0: tenth(box.y0), x1: tenth(box.x1), y1: tenth(box.y1) });
};

/**
 * What is to be read in a picture as `labels.json` has it, for {@link readLabels}; corners are rounded to a
 * tenth of a pixel.
 */
export function labelJson(truth: Truth): object {
  const { digits, isScattered, ignored, turn } = truth;
  const orderOf = (digit: TruthDigit): number =>
    digits.filter(({ line }) => line === digit.line).indexOf(digit);
  return {
    lines: linesOf(truth),
    ...(digits.length === 0 && { negative: true }),
    ...(isScattered && { order: 'loose' }),
    ...(turn !== undefined && turn !== 0 && { rotate_cw_to_upright: turn }),
    ...(ignored.length > 0 && { ignore: ignored.map(rounded) }),
    digits: digits.flatMap((digit): PlacedDigit[] =>
      digit.box
        ? [
            {
              digit: digit.digit,
              box: rounded(digit.box),
              line: digit.line,
              order: orderOf(digit),
            },
          ]
        : [],
    ),
  };
}
