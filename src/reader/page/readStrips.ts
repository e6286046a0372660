import {
  areaOf,
  centreOf,
  commonArea,
  containsCentre,
  boundingBoxOf,
  type Box,
} from '../../picture/box';
import type { Detection } from '../detector/decodeDetections';
import { answersOf, divideText, type TextPart } from '../line/divideText';
import type { ReadStrips, StripAnswers } from '../line/lineReader';
import { isDigit, weighTexts, type Sighting, type WeighedText } from '../line/weighTexts';
import { cutPageStrip, uprightWidth, type StripSource } from './cutPageStrip';
import { likeliestDigit } from './confidence';
import { findStrips, type PageStrip } from './findStrips';
import { joinWords } from './joinWords';

/** A digit, a sign or another mark of a page, as the line reader reads it. */
export interface PageSymbol {
  readonly symbol: string;
  /** In pixels of the upright page. */
  readonly box: Box;
  /** The probability that this symbol stands here; 0..1. */
  readonly probability: number;
  /** What else it may be, likeliest first. */
  readonly alternatives: readonly { readonly symbol: string; readonly probability: number }[];
  /** The detection of the same digit, by its place among all marks; undefined where there is none. */
  readonly mark: number | undefined;
}

/** What stands between two spaces of a line: a number, a word, a sign. */
export interface PageWord {
  readonly symbols: readonly PageSymbol[];
  /** The probability that all of it is right; 0..1. */
  readonly probability: number;
  /** What else it may say, likeliest first. */
  readonly alternatives: readonly { readonly text: string; readonly probability: number }[];
}

/** The lines of a page as the line reader reads them. */
export interface PageLines {
  /** Pixels down for every pixel to the right. */
  readonly slope: number;
  /** From top to bottom; the words from left to right. */
  readonly lines: readonly (readonly PageWord[])[];
}

/** Less likely alternatives are not told. */
const MIN_ALTERNATIVE = 0.01;
/** Words that share more than this of the smaller one's area are the same, seen on two strips. */
const SAME_WORD = 0.5;

/**
 * Reads the lines of a page: cuts strips along the marks that look like digits, and reads each as a whole.
 *
 * @param source the page
 * @param digits what is clearly a digit, in pixels of the upright page
 * @param unclear what looks a little like one: it is read beside digits, and where there are no digits at all
 * @param read the line reader
 */
export async function readStrips(
  source: StripSource,
  digits: readonly Detection[],
  unclear: readonly Detection[],
  read: ReadStrips,
): Promise<PageLines> {
  const marks = [...digits, ...unclear];
  const { slope, lines: found } = findStrips(
    marks.map(({ box }) => box),
    uprightWidth(source),
  );
  const isWorthReading = (strip: PageStrip): boolean =>
    digits.length === 0 || strip.marks.some((mark) => mark < digits.length);
  const lines = found.map((line) => line.filter(isWorthReading)).filter((line) => line.length > 0);
  const strips = lines.flat();
  const answers = await read(strips.map((strip) => cutPageStrip(source, strip)));
  const words = strips.map((strip, index) => readStrip(strip, answers[index], marks));
  const kept = new Set(withoutRepeated(words.flat()));
  strips.forEach((strip, index) => {
    words[index] = words[index].filter((word) => kept.has(word));
    words[index].push(...unreadMarks(strip, [...kept], marks));
  });
  return {
    slope,
    lines: lines.map((line) =>
      joinWords(
        line
          .flatMap((strip) => words[strips.indexOf(strip)])
          .sort((a, b) => boxOf(a).x0 - boxOf(b).x0),
      ),
    ),
  };
}

function readStrip(
  strip: PageStrip,
  answers: StripAnswers,
  marks: readonly Detection[],
): PageWord[] {
  const pitch = (strip.right - strip.left) / answers.columns;
  const seen = strip.marks.map((mark) => ({
    mark,
    column: (centreOf(marks[mark].box).x - strip.left) / pitch,
  }));
  const readPart = (part: TextPart): PageWord[] => {
    const here = seen.filter(({ column }) => column >= part.start && column < part.end);
    const sightings = here.map(({ mark, column }): Sighting => {
      const { score, probabilities } = marks[mark];
      const height = strip.digitHeight / pitch;
      return { column: column - part.start, height, score, probabilities };
    });
    const texts = weighTexts(answersOf(answers, part), sightings);
    if (texts.length === 0) return [];
    const pieces = dividedAtSpaces(texts[0], part);
    if (pieces.length > 1) return pieces.flatMap(readPart);
    const places = here.map(({ mark }) => mark);
    return [wordOf(texts, { strip, pitch, part, places, marks })];
  };
  return divideText(answers).flatMap(readPart);
}

/** Divides a part where its likeliest text has spaces. */
function dividedAtSpaces({ text, spans }: WeighedText, { start, end }: TextPart): TextPart[] {
  const borders = Array.from(text).flatMap((symbol, at) =>
    symbol === ' ' ? [start + Math.round((spans[at].start + spans[at].end) / 2)] : [],
  );
  const starts = [start, ...borders];
  return starts
    .map((from, at) => ({ start: from, end: starts[at + 1] ?? end }))
    .filter((piece) => piece.end > piece.start);
}

/** The marks of a strip that the line reader has read nothing of: digits that the detector alone vouches for. */
function unreadMarks(
  strip: PageStrip,
  words: readonly PageWord[],
  marks: readonly Detection[],
): PageWord[] {
  const isRead = (mark: number): boolean =>
    words.some(
      (word) =>
        word.symbols.some((symbol) => symbol.mark === mark) ||
        containsCentre(boxOf(word), marks[mark].box),
    );
  return strip.marks
    .filter((mark) => !isRead(mark))
    .map((mark): PageWord => {
      const { box, probabilities } = marks[mark];
      const symbol = String(likeliestDigit({ probabilities }));
      return {
        symbols: [{ symbol, box, probability: 0, alternatives: [], mark }],
        probability: 0,
        alternatives: [],
      };
    });
}

/** Where on a page a part of a strip lies, and which marks stand there. */
interface Place {
  readonly strip: PageStrip;
  /** The width of a column, in pixels of the page. */
  readonly pitch: number;
  readonly part: TextPart;
  /** The marks of the part, by their places among all. */
  readonly places: readonly number[];
  readonly marks: readonly Detection[];
}

function wordOf(texts: readonly WeighedText[], place: Place): PageWord {
  const [best] = texts;
  const symbols = Array.from(best.text, (symbol, at): PageSymbol => {
    const sighting = best.sightings[at];
    const mark = sighting === undefined ? undefined : place.places[sighting];
    const [likeliest, ...others] = symbolsAt(texts, best, at);
    return {
      symbol,
      box: mark === undefined ? boxAt(symbol, best, at, place) : place.marks[mark].box,
      probability: likeliest.probability,
      alternatives: others.filter(({ probability }) => probability >= MIN_ALTERNATIVE),
      mark,
    };
  });
  const alternatives = texts
    .slice(1)
    .filter(({ probability }) => probability >= MIN_ALTERNATIVE)
    .map(({ text, probability }) => ({ text, probability }));
  return { symbols, probability: best.probability, alternatives };
}

/** What may stand in the place of a symbol: first the symbol itself, then what other texts say there. */
function symbolsAt(
  texts: readonly WeighedText[],
  best: WeighedText,
  at: number,
): { symbol: string; probability: number }[] {
  const shares = new Map([[best.text[at], 0]]);
  const { start, end } = best.spans[at];
  const middle = (start + end) / 2;
  for (const { text, spans, probability } of texts) {
    const found = spans.findIndex((span) => span.start <= middle + 1 && span.end >= middle - 1);
    if (found < 0) continue;
    const nearest = spans.reduce(
      (a, span, place) =>
        Math.abs((span.start + span.end) / 2 - middle) <
        Math.abs((spans[a].start + spans[a].end) / 2 - middle)
          ? place
          : a,
      found,
    );
    shares.set(text[nearest], (shares.get(text[nearest]) ?? 0) + probability);
  }
  const [first, ...others] = [...shares].map(([symbol, probability]) => ({ symbol, probability }));
  return [first, ...others.sort((a, b) => b.probability - a.probability)];
}

/** How far below the middle of its line a sign stands, and how high it is, in heights of digits. */
const signPlaces: Readonly<Record<string, readonly [below: number, high: number]>> = {
  '.': [0.42, 0.2],
  ',': [0.5, 0.4],
  "'": [-0.45, 0.35],
  '-': [0, 0.25],
  '=': [0, 0.4],
};

/** About where a symbol stands that the detector has not found. */
function boxAt(
  symbol: string,
  { spans }: WeighedText,
  at: number,
  { strip, pitch, part }: Place,
): Box {
  const middleOf = (index: number): number => (spans[index].start + spans[index].end) / 2;
  const middle = middleOf(at);
  // As wide as its neighbours leave room, and no wider than a digit.
  const room = Math.min(
    at > 0 ? middle - middleOf(at - 1) : Infinity,
    at + 1 < spans.length ? middleOf(at + 1) - middle : Infinity,
    (0.6 * strip.digitHeight) / pitch,
  );
  const half = Math.max(1, room / 2) * pitch;
  const x = strip.left + (part.start + middle) * pitch;
  const [below, high] = signPlaces[symbol] ?? [0, 1];
  const y = strip.middle + strip.slope * (x - strip.left) + below * strip.digitHeight;
  const reach = (high * strip.digitHeight) / 2;
  return { x0: x - half, y0: y - reach, x1: x + half, y1: y + reach };
}

const boxOf = ({ symbols }: PageWord): Box => boundingBoxOf(symbols.map(({ box }) => box));

/** Leaves out words that a strip shares with another one: the strip whose own marks they are has read them better. */
function withoutRepeated(words: readonly PageWord[]): PageWord[] {
  const marksOf = ({ symbols }: PageWord): number =>
    symbols.filter(({ mark }) => mark !== undefined).length;
  const order = [...words].sort((a, b) => marksOf(b) - marksOf(a) || b.probability - a.probability);
  const kept: PageWord[] = [];
  for (const word of order) {
    const box = boxOf(word);
    const isRepeated = kept.some((other) => {
      const place = boxOf(other);
      return commonArea(box, place) > SAME_WORD * Math.min(areaOf(box), areaOf(place));
    });
    if (!isRepeated) kept.push(word);
  }
  return kept;
}

/** Whether a word holds a digit. */
export const hasDigit = ({ symbols }: PageWord): boolean =>
  symbols.some(({ symbol }) => isDigit(symbol));
