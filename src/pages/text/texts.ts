import type { Random } from '../../numbers/random';
import { happens, pick, pickWeighted, wholeBetween } from '../../numbers/chance';
import type { Alphabet } from './font';
import { texts } from './traits';
import { people, smallWords, words } from './wordLists';

const lonelyLetters = 'ACEFHJKMNPRTUVWXYacdefhkmnprtuvwxy';
// Without a slash, which nobody could tell from a leaning 1 where nothing makes it plain.
const signs = [
  '+',
  '-',
  '×',
  '÷',
  '=',
  ':',
  '(',
  ')',
  '?',
  '!',
  '%',
  '&',
  '#',
  '$',
  '€',
  '<',
  '>',
  '→',
  '✓',
  '√',
  '.',
  ',',
];

/** Digits in a row, each as likely as the others. */
export function randomDigits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.integer(10)).join('');
}

/** A word, or syllables that look like one, in small letters but for names. */
export function randomWord(random: Random, alphabet: Alphabet): string {
  if (alphabet !== 'latin') return pick(random, words[alphabet]);
  if (happens(random, texts.syllableShare)) return randomSyllables(random);
  if (happens(random, texts.nameShare)) return pick(random, people);
  return pick(random, words.latin);
}

/** Syllables in a row, with as many round and straight letters as any language has. */
function randomSyllables(random: Random): string {
  const syllables = Array.from({ length: wholeBetween(random, [2, 4]) }, () => {
    const end = happens(random, 0.4) ? pick(random, 'nrstlmkd') : '';
    return pick(random, 'bcdfghjklmnpqrstvwxyz') + pick(random, 'aeiou') + end;
  });
  // What could be a number gets a letter that is none.
  return `${syllables.join('')}${pick(random, ['n', 'm', 'k', 'r', 'ht', 'w'])}`;
}

/** Words of a line of handwriting or print: in small letters, capitals, as a title, with commas and stops. */
export function randomWords(random: Random, count: number, alphabet: Alphabet): string {
  const style = pickWeighted(random, texts.styles);
  return Array.from({ length: count }, (_, index) => {
    const isSmall = alphabet === 'latin' && happens(random, texts.smallWordShare);
    const word = isSmall && count > 1 ? pick(random, smallWords) : randomWord(random, alphabet);
    const isCapital = style === 'title' || (style === 'sentence' && index === 0);
    const sign = happens(random, texts.signShare) ? pick(random, ',,.;:!?-') : '';
    if (style === 'capitals') return word.toUpperCase() + sign;
    return (isCapital ? word[0].toUpperCase() + word.slice(1) : word) + sign;
  }).join(' ');
}

/** What stands before a number: a word or two with or without a colon. */
export function randomLabel(random: Random, alphabet: Alphabet): string {
  const label = randomWords(random, happens(random, 0.75) ? 1 : 2, alphabet);
  return `${label.replace(/[^\p{L}\p{M}]$/u, '')}${pick(random, [':', ':', '', ' =', ' -'])}`;
}

/** A letter that nobody takes for a digit, even alone. */
export const lonelyLetter = (random: Random): string => pick(random, lonelyLetters);

/** A sign or letter that stands alone and is no digit. */
export function randomSign(random: Random): string {
  return happens(random, 0.55) ? pick(random, signs) : lonelyLetter(random);
}

/** A number as people write it: with a point, as a date, a time, a price, or plain. Every # is any digit. */
export function randomNumber(random: Random): string {
  const form = pick(random, [
    '#',
    '##',
    '##',
    '###',
    '###',
    '####',
    '#####',
    '######',
    '#,##',
    '##.#',
    '#.###',
    '##:##',
    '##.##.####',
    '##/##/##',
    '####-##-##',
    '#### ####',
    '### ### ###',
    '-##',
    '+#',
    '##%',
    '$##',
    '##,## €',
    '#/#',
    '(##)',
    '# kg',
    '##cm',
    '#,## EUR',
    '## h',
    '##. April',
    'No. ##',
    'A#',
    '##x',
  ]);
  return form.replaceAll('#', () => String(random.integer(10)));
}

/** A sum, an equation or a fraction with the answer or without. */
export function randomEquation(random: Random): string {
  const number = (): string => randomDigits(random, wholeBetween(random, [1, 3]));
  const sign = (): string => pick(random, ['+', '-', '×', '÷', '+', '-', '/', ':']);
  const more = happens(random, 0.25) ? ` ${sign()} ${number()}` : '';
  const end = pick(random, ['', ' =', ` = ${number()}`, ` = ${number()}`, ' = ?', ' = x']);
  return `${number()} ${sign()} ${number()}${more}${end}`;
}

/** A line as it is printed: some words, with a number at times. */
export function printedText(random: Random): string {
  const words = randomWords(random, wholeBetween(random, [1, 6]), 'latin');
  return happens(random, texts.printedNumberShare) ? `${words} ${randomNumber(random)}` : words;
}
