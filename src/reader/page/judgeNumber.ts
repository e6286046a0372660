import type { WrittenLine, WrittenNumber } from './findNumbers';
import type { NumberJudgement } from './readNumbers';
import type { WrittenWord } from './writeLines';

/**
 * Says how sure a number is: as sure as the word that it is. Of a number that is a part of one, as in `12+7`, no
 * alternatives are told, and it is no surer than all of the word.
 *
 * @param line whose text is its words, a space between
 */
export function judgeNumber(
  number: WrittenNumber,
  { words }: WrittenLine & { readonly words: readonly WrittenWord[] },
): NumberJudgement {
  let start = 0;
  for (const { text, confidence, alternatives } of words) {
    const end = start + text.length;
    if (number.start < end) {
      return { confidence, alternatives: number.text === text ? alternatives : [] };
    }
    start = end + 1;
  }
  throw new RangeError(`expected a number of the line, found one from ${number.start} on`);
}
