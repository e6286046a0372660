import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import {
  alignInOrder,
  alignScattered,
  type AlignedPair,
  type Closeness,
} from '../../../src/pages/labels/alignDigits';

type Align = typeof alignInOrder;

const digitsOf = (text: string): number[] => Array.from(text, Number);

/** Both rows of an alignment, `.` where one lacks a digit. */
function rows(align: Align, read: string, label: string, closeness?: Closeness): string[] {
  const pairs = align(digitsOf(read), digitsOf(label), closeness);
  const row = (text: string, place: (pair: AlignedPair) => number | undefined): string =>
    pairs.map((pair) => text[place(pair) ?? -1] ?? '.').join('');
  return [row(read, (pair) => pair.read), row(label, (pair) => pair.label)];
}

function errorsOf(align: Align, read: string, label: string): number {
  const [upper, lower] = rows(align, read, label);
  return Array.from(upper).filter((digit, index) => digit !== lower[index]).length;
}

describe('digits in order', () => {
  it.each([
    ['314', '314', ['314', '314']],
    ['374', '314', ['374', '314']],
    ['34', '314', ['3.4', '314']],
    ['3114', '314', ['3114', '3.14']],
    ['', '31', ['..', '31']],
    ['31', '', ['31', '..']],
    ['', '', ['', '']],
    ['0123', '1234', ['0123.', '.1234']],
  ])('%j is laid beside %j', (read, label, expected) => {
    expect(rows(alignInOrder, read, label)).toEqual(expected);
  });

  it('go where they are closest, where several alignments differ as little', () => {
    const first: Closeness = (read, label) => (read === 0 && label === 0 ? 1 : 0);
    const last: Closeness = (read, label) => (read === 0 && label === 2 ? 1 : 0);
    expect(rows(alignInOrder, '1', '111', first)[0]).toBe('1..');
    expect(rows(alignInOrder, '1', '111', last)[0]).toBe('..1');
  });

  it('never differ more for being close', () => {
    const random = createRandom(1);
    const draw = (): number[] => Array.from({ length: random.integer(8) }, () => random.integer(3));
    const differing = (pairs: AlignedPair[], read: number[], label: number[]): number =>
      pairs.filter((pair) => read[pair.read ?? -1] !== label[pair.label ?? -1]).length;
    for (let trial = 0; trial < 300; trial++) {
      const [read, label] = [draw(), draw()];
      const closeness = Array.from({ length: 64 }, () => random.uniform());
      const least = differing(alignInOrder(read, label), read, label);
      const close = alignInOrder(read, label, (i, j) => closeness[8 * i + j]);
      expect(differing(close, read, label)).toBe(least);
      expect(close.map((pair) => pair.read).filter((place) => place !== undefined)).toEqual([
        ...read.keys(),
      ]);
      expect(close.map((pair) => pair.label).filter((place) => place !== undefined)).toEqual([
        ...label.keys(),
      ]);
    }
  });
});

describe('scattered digits', () => {
  it.each([
    ['413', '314', 0],
    ['41', '314', 1],
    ['4133', '314', 1],
    ['777', '314', 3],
    ['77', '7', 1],
    ['12', '345', 3],
    ['', '34', 2],
    ['34', '', 2],
  ])('%j instead of %j has %i errors', (read, label, errors) => {
    expect(errorsOf(alignScattered, read, label)).toBe(errors);
  });

  it('go where they are closest, but rather to their like', () => {
    const closeness: Closeness = (read, label) => (label === (read === 0 ? 2 : 0) ? 1 : 0);
    expect(rows(alignScattered, '15', '131', closeness)).toEqual(['5.1', '131']);
    expect(rows(alignScattered, '3', '131', closeness)[0]).toBe('.3.');
  });
});
