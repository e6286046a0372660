import type { Random } from '../random';
import { happens, pick, wholeBetween } from './chance';

const words = (
  'the and of to in is for on with total name date sum paid milk bread apples eggs butter rice list note call ' +
  'room street page number phone price order model score answer class test home work school game week month year ' +
  'Monday Friday April July Anna Peter Maria John Tom Lisa Herr Frau Haus und oder Brot Preis Summe Datum nach ' +
  'bonjour merci rue ville prix jour lundi casa calle nombre fecha gracias uno dos tres hello good quick brown fox ' +
  'jumps over lazy dog big small open close level begin study loose solo bill boss googol igloo oil biology ' +
  'quiz queue badge gaggle bubble dig dog god goggles logo polo Zoo SOS BIO ISO OSLO LOB BOIL DOSE Oslo Bilbo'
).split(' ');

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Letters that nobody takes for a digit, even alone. */
const lonelyLetters = 'ACEFHJKMNPRTUVWXYacdefhkmnprtuvwxy';
const signs = [
  '+',
  '-',
  '×',
  '÷',
  '=',
  '/',
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

/** A word, or letters that look like one. */
export function randomWord(random: Random): string {
  if (happens(random, 0.7)) return pick(random, words);
  const length = wholeBetween(random, [2, 8]);
  const small = Array.from({ length }, () => letters[random.integer(26)]).join('');
  return happens(random, 0.2) ? small.toUpperCase() : small;
}

/** A sign or letter that stands alone and is no digit. */
export function randomSign(random: Random): string {
  return happens(random, 0.55) ? pick(random, signs) : pick(random, lonelyLetters.split(''));
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
