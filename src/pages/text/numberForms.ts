import { happens, pick, pickWeighted, wholeBetween } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import type { Alphabet } from './font';
import { lonelyLetter, randomWord } from './texts';

/**
 * The forms of written numbers, by what they say. `#` stands for any digit, `@` for a digit other than 0, `~` for a
 * word, `^` for a letter.
 */
const forms = {
  plain: [
    '#',
    '##',
    '##',
    '###',
    '###',
    '####',
    '#####',
    '######',
    '#######',
    '########',
    '@#########',
  ],
  thousands: [
    '@.###',
    '@#.###',
    '@##.###',
    '@.###.###',
    '@,###',
    '@#,###',
    '@##,###',
    '@,###,###',
    "@'###",
    "@#'###",
    "@##'###",
    "@'##'###",
  ],
  decimal: [
    '@.#',
    '@,#',
    '@.##',
    '@,##',
    '#.##',
    '#,##',
    '@#.#',
    '@#,#',
    '@#.##',
    '@#,##',
    '@##.##',
    '@##,##',
    '0.###',
    '0,###',
    '.##',
    '@.###,##',
    '@,###.##',
    "@'###.##",
    '@#.###,##',
    '@###.##',
    '@###,##',
    '#.####',
  ],
  amount: [
    '@#.-',
    '@##.-',
    '@.###.-',
    '@##-',
    '@.###-',
    '@#.###.-',
    '@##=',
    '@.###=',
    '@#.###=',
    '@##.=',
    '$@#',
    '$@##.##',
    '$ @.###',
    '@##,## €',
    '@#€',
    '€@#.##',
    '@##,-',
    '@.###,-',
    '=@.###=',
    '-@.###-',
    '@##.##.-',
    '@00.-',
    '@.000.-',
    '@0.000',
    '@00.000.-',
    '#@.000',
    '@.@00',
    '@##.@00',
    '@00.000',
  ],
  date: [
    '@/@/##',
    '@#/@#/##',
    '@#/@/20##',
    '@.@.##',
    '@#.@#.##',
    '@#.@#.20##',
    '@.@.19##',
    '20##-0@-@#',
    '@#-@#-20##',
    '@-@-##',
    '@/@',
    '@#/@',
    '@#.@.',
    '@.@#.',
    '19##',
    '20##',
    '@#/0@/@#',
  ],
  time: ['@:##', '@#:##', '#@:##', '@#:##:##', '@#.##h', '@#h##'],
  telephone: [
    '###-####',
    '0### ######',
    '0@#/######',
    '(0##) ######',
    '+@# ## ### ## ##',
    '0## ### ## ##',
    '### ### ####',
    '0@-##-##-##-##',
    '(###) ###-####',
  ],
  share: ['@%', '@#%', '@# %', '100%', '@,#%', '@.#%'],
  fraction: ['@/@', '@/@', '@/@#', '@#/@#', '@#/100', '@ @/@', '@##/@#', '@/@/@', '(@/@)', '-@/@'],
  signed: ['-@', '-@', '-@#', '-@#', '- @', '- @#', '-@##', '+@', '+@#', '-@.#', '-@,##'],
  algebra: [
    '@^',
    '@^ + @ = @#',
    '@^ - @^',
    '@^ = @#',
    '^ = @',
    '^ = @#',
    '^ = -@',
    '^=@.#',
    '^ + @ = @#',
    '^-@=@',
    '@(^ + @)',
    '^@ = @#',
  ],
  product: ['(@ + @)', '(@#+@):@', '@(@-@)', '(@ + @) × (@ - @)', '@#:(@+@)', '(@##:@)+(@+@)'],
  sum: [
    '@+@',
    '@ + @',
    '@#+@',
    '@# + @# =',
    '@#+@=@#',
    '@# - @ = @',
    '@-@',
    '@#-@#',
    '@ × @',
    '@#×@',
    '@ × @ = @#',
    '@#:@',
    '@ : @ = @',
    '@=@',
    '@# = @#',
    '@# + @# = @##',
    '~ = @#',
    '~=@',
  ],
  score: ['@:@', '@-@', '#:#', '@#:@#', '@#-@', '@. @#', '@) @#', '(@)', '(@#)', '@.', '@)'],
  unit: ['@#~', '@ ~', '@# ~', '@## ~', '@,#~', '~ @', '~ @#', '~ @##', '~: @#', '~@', '~ @.##'],
} as const;

/** How often a number says what. */
const weights: Readonly<Record<keyof typeof forms, number>> = {
  plain: 34,
  thousands: 8,
  decimal: 12,
  amount: 12,
  date: 8,
  time: 2,
  telephone: 2,
  share: 2,
  fraction: 3,
  signed: 6,
  algebra: 4,
  product: 2,
  sum: 6,
  score: 3,
  unit: 5,
};

/** What a line of handwriting holds. */
const contents = { number: 38, numbers: 18, apart: 9, words: 20, mixed: 15 };
/** Numbers that end in zeros, and those with a digit twice in a row. */
const [ROUND_SHARE, DOUBLED_SHARE] = [0.16, 0.14];

/** A number as people write it: an amount, a date, a time, a share, a sum, or plain. */
function randomWrittenNumber(random: Random, alphabet: Alphabet): string {
  const form: string = pick(random, forms[pickWeighted(random, weights)]);
  const number = form
    .replaceAll('#', () => String(random.integer(10)))
    .replaceAll('@', () => String(1 + random.integer(9)))
    .replaceAll('^', () => lonelyLetter(random))
    .replaceAll('~', () => randomWord(random, alphabet));
  if (happens(random, ROUND_SHARE)) return number.replace(/\d{2,}$/, (end) => round(end, random));
  return happens(random, DOUBLED_SHARE) ? number.replace(/(\d)\d/, '$1$1') : number;
}

function round(digits: string, random: Random): string {
  const kept = 1 + random.integer(digits.length - 1);
  return digits.slice(0, kept).padEnd(digits.length, '0');
}

/** A line of numbers as people write them, with or without words. Spaces part what belongs to different numbers. */
export function randomNumberLine(random: Random, alphabet: Alphabet): string {
  const number = (): string => randomWrittenNumber(random, alphabet);
  const word = (): string => randomWord(random, alphabet);
  const several = (make: () => string, most: number): string =>
    Array.from({ length: wholeBetween(random, [2, most]) }, make).join(' ');
  switch (pickWeighted(random, contents)) {
    case 'number':
      return number();
    case 'numbers':
      return several(happens(random, 0.6) ? () => shortNumber(random) : number, 5);
    case 'apart':
      return Array.from({ length: wholeBetween(random, [2, 8]) }, () => random.integer(10)).join(
        ' ',
      );
    case 'words':
      return happens(random, 0.25) ? lonelyLetters(random) : several(word, 4);
    case 'mixed':
      return several(() => (happens(random, 0.5) ? number() : word()), 3);
  }
}

const lonelyLetters = (random: Random): string =>
  Array.from({ length: wholeBetween(random, [1, 5]) }, () => lonelyLetter(random)).join(' ');

const shortNumber = (random: Random): string =>
  pick(random, ['#', '@', '@#', '@#', '@##', '@##', '-@', '@.#', '@,##', '@###'])
    .replaceAll('#', () => String(random.integer(10)))
    .replaceAll('@', () => String(1 + random.integer(9)));
