import type { Box } from '../../picture/box';
import type { Detection } from '../detector/decodeDetections';
import { OTHER } from '../line/alphabet';
import { isDigit } from '../line/weighTexts';
import { lineConfidence, type LineCalibration } from './lineConfidence';
import type { WrittenLine } from './findNumbers';
import type { Alternative, DigitReading, NumberAlternative, SignReading } from './pageReading';
import { hasDigit, type PageLines, type PageSymbol, type PageWord } from './readStrips';

/** What tells how the lines of a page are written down. */
export interface WriteOptions {
  readonly calibration: LineCalibration;
  /** The least probability of an answer; 0..1. */
  readonly minConfidence: number;
  /** Whether signs are written, too. */
  readonly signs: boolean;
  /** Brings a box of the page into its picture. */
  readonly toPicture: (box: Box) => Box;
}

/** A word as it is written down, and how sure that is. */
export interface WrittenWord {
  readonly text: string;
  readonly confidence: number;
  readonly alternatives: readonly NumberAlternative[];
}

/** The lines of a page as text. */
export interface WrittenLines {
  readonly lines: readonly (WrittenLine & { readonly words: readonly WrittenWord[] })[];
  /** The places in the page of the digits in all lines, in reading order. */
  readonly places: readonly Box[];
  /** The marks that stand in a line, by their places among all. */
  readonly marks: ReadonlySet<number>;
}

/** Signs that are written where they stand alone between numbers. */
const OPERATORS = '+-×=:/%';

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

/**
 * Writes down what was read in the lines of a page: its numbers, and the signs between them. Words without a digit are
 * left out, and so is a number none of whose digits is as sure as is asked for.
 *
 * @param page as `readStrips` reads it
 * @param detections all marks of the page
 */
export function writeLines(
  { lines }: PageLines,
  detections: readonly Detection[],
  options: WriteOptions,
): WrittenLines {
  const places: Box[] = [];
  const marks = new Set<number>();
  const written = lines.map((words) => {
    const digits: DigitReading[] = [];
    const signs: SignReading[] = [];
    const texts: WrittenWord[] = [];
    for (const word of words.filter((word) => isWritten(word, detections, options))) {
      let text = '';
      for (const symbol of trimmed(word.symbols)) {
        if (isDigit(symbol.symbol) || symbol.symbol === OTHER) {
          const reading = readDigit(symbol, detections, options);
          text += String(reading.digit ?? '?');
          digits.push(reading);
          places.push(symbol.box);
          if (symbol.mark !== undefined) marks.add(symbol.mark);
        } else if (options.signs) {
          text += symbol.symbol;
          signs.push({
            symbol: symbol.symbol,
            confidence: rounded(symbol.probability),
            box: options.toPicture(symbol.box),
            after: digits.length,
          });
        }
      }
      if (text !== '') texts.push({ text, ...judged(word, detections, options) });
    }
    return { text: texts.map(({ text }) => text).join(' '), digits, signs, words: texts };
  });
  return { lines: written.filter(({ digits }) => digits.length > 0), places, marks };
}

/** Whether a word is a number, or a sign between numbers. */
function isWritten(
  word: PageWord,
  detections: readonly Detection[],
  options: WriteOptions,
): boolean {
  if (!hasDigit(word)) {
    return (
      word.symbols.length === 1 &&
      OPERATORS.includes(word.symbols[0].symbol) &&
      word.probability >= options.minConfidence
    );
  }
  return word.symbols.some(
    (symbol) =>
      isDigit(symbol.symbol) &&
      digitConfidence(symbol, detections, options) >= options.minConfidence,
  );
}

/** The symbols of a number without what stands before and after it: letters of a unit, spaces. */
function trimmed(symbols: readonly PageSymbol[]): readonly PageSymbol[] {
  const isOutside = ({ symbol }: PageSymbol): boolean => symbol === OTHER || symbol === ' ';
  const first = symbols.findIndex((symbol) => !isOutside(symbol));
  const last = [...symbols].reverse().findIndex((symbol) => !isOutside(symbol));
  return symbols.slice(first, symbols.length - last).filter(({ symbol }) => symbol !== ' ');
}

/** How sure the detector is of a digit: that there is one, and that it is this one. */
function sightingOf({ symbol, mark }: PageSymbol, detections: readonly Detection[]): number {
  if (mark === undefined) return 0;
  const { score, probabilities } = detections[mark];
  return score * probabilities[Number(symbol)];
}

const digitConfidence = (
  symbol: PageSymbol,
  detections: readonly Detection[],
  { calibration }: WriteOptions,
): number => lineConfidence(symbol.probability, sightingOf(symbol, detections), calibration.digit);

function readDigit(
  symbol: PageSymbol,
  detections: readonly Detection[],
  options: WriteOptions,
): DigitReading {
  const box = options.toPicture(symbol.box);
  if (symbol.symbol === OTHER) {
    return { digit: null, reason: 'unclear', confidence: 0, box, alternatives: [] };
  }
  const confidence = digitConfidence(symbol, detections, options);
  const likeliest: Alternative = { digit: Number(symbol.symbol), confidence: rounded(confidence) };
  // Other digits share what the confidence leaves.
  const left = (1 - confidence) / Math.max(1e-9, 1 - symbol.probability);
  const others = symbol.alternatives
    .filter((other) => isDigit(other.symbol))
    .map((other): Alternative => ({
      digit: Number(other.symbol),
      confidence: rounded(other.probability * Math.min(1, left)),
    }))
    .filter((other) => other.confidence > 0);
  const isSure = confidence >= options.minConfidence;
  return {
    ...(isSure ? { digit: likeliest.digit } : { digit: null, reason: 'less sure than asked for' }),
    confidence: likeliest.confidence,
    box,
    alternatives: isSure ? others : [likeliest, ...others],
  };
}

function judged(
  word: PageWord,
  detections: readonly Detection[],
  options: WriteOptions,
): Omit<WrittenWord, 'text'> {
  const digits = word.symbols.filter(({ symbol }) => isDigit(symbol));
  const seen =
    digits.reduce((sum, symbol) => sum + sightingOf(symbol, detections), 0) /
    Math.max(1, digits.length);
  return {
    confidence: rounded(lineConfidence(word.probability, seen, options.calibration.number)),
    alternatives: alternativesOf(word, options),
  };
}

/** What else a word may be, written as it is: readings that come to the same text are one. */
function alternativesOf(word: PageWord, { signs }: WriteOptions): NumberAlternative[] {
  const written = (text: string): string =>
    (signs ? text : text.replace(/[^\d# ]/g, '')).replace(/^[# ]+|[# ]+$/g, '').replace(/#/g, '?');
  const own = written(word.symbols.map(({ symbol }) => symbol).join(''));
  const shares = new Map<string, number>();
  for (const { text, probability } of word.alternatives) {
    const other = written(text);
    if (other === '' || other === own || other.includes(' ')) continue;
    shares.set(other, (shares.get(other) ?? 0) + probability);
  }
  return [...shares]
    .map(([text, probability]) => ({ text, confidence: rounded(probability) }))
    .sort((a, b) => b.confidence - a.confidence);
}
