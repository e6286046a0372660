import { median } from '../../numbers/median';
import { centreOf } from '../../picture/box';
import { isDigit } from '../line/weighTexts';
import type { PageSymbol, PageWord } from './readStrips';

/** A line tells its usual pitch where it has so many digits that follow another in their numbers. */
const MIN_PITCHES = 3;
/** A gap between two numbers is at least this much wider than the usual one between two digits. */
const SPACE_PITCHES = 1.4;

const distance = (left: PageSymbol, right: PageSymbol): number =>
  centreOf(right.box).x - centreOf(left.box).x;

/** From digit to digit within a word. */
const pitchesIn = ({ symbols }: PageWord): number[] =>
  symbols
    .slice(1)
    .flatMap((symbol, at) =>
      isDigit(symbol.symbol) && isDigit(symbols[at].symbol) ? [distance(symbols[at], symbol)] : [],
    );

/**
 * Joins numbers of a line where the space that was read between them is hardly wider than what lies between the digits
 * of its numbers: whoever writes wide digits leaves wider spaces.
 *
 * @param words of a line, from left to right
 */
export function joinWords(words: readonly PageWord[]): PageWord[] {
  const pitches = words.flatMap(pitchesIn);
  if (pitches.length < MIN_PITCHES) return [...words];
  const widest = SPACE_PITCHES * median(pitches);
  const joined: PageWord[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const [last, first] = [before?.symbols.at(-1), word.symbols[0]];
    const isOneNumber =
      before !== undefined &&
      last !== undefined &&
      isDigit(last.symbol) &&
      isDigit(first.symbol) &&
      distance(last, first) < widest;
    if (!isOneNumber) joined.push(word);
    else {
      joined[joined.length - 1] = {
        symbols: [...before.symbols, ...word.symbols],
        probability: before.probability * word.probability,
        alternatives: [],
      };
    }
  }
  return joined;
}
