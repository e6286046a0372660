import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { createPenFont, penWriters, writesWords } from '../../../src/pages/hand/penWriters';
import { signForms } from '../../../src/strokes/drawnForms';
import { extentOf } from '../../../src/strokes/stroke';

/** A line from the upper left to the lower right corner of so many units. */
const line = (
  label: string,
  writer: string,
  width: number,
  height: number,
): Parameters<typeof penWriters>[0] extends Iterable<infer Sample> ? Sample : never => ({
  label,
  writer,
  strokes: [
    [
      [100, 50],
      [100 + width / 2, 50 + height / 2],
      [100 + width, 50 + height],
    ],
  ],
});

describe('recorded handwriting', () => {
  it('is sorted by who wrote it', () => {
    const [anna, ben] = penWriters([
      line('1', 'anna', 10, 40),
      line('2', 'ben', 10, 40),
      line('1', 'anna', 20, 40),
    ]);
    expect(anna.digits.map(({ length }) => length)).toEqual([0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(ben.digits[2]).toHaveLength(1);
  });

  it('has digits 1 high around the origin, whatever the unit', () => {
    const [{ digits }] = penWriters([line('1', 'anna', 100, 400)]);
    expect(extentOf(digits[1][0]())).toEqual({
      left: -0.125,
      top: -0.5,
      right: 0.125,
      bottom: 0.5,
    });
  });

  it('has wide digits less high', () => {
    const [{ digits }] = penWriters([line('2', 'anna', 400, 150)]);
    const { left, right } = extentOf(digits[2][0]());
    expect(right - left).toBeCloseTo(4 / 3, 4);
  });

  it.each([
    ['h', -1, 0],
    ['a', -0.62, 0],
    ['g', -0.62, 0.4],
    ['H', -1, 0],
  ])('has %s from %d to %d above and below the base line', (letter, top, bottom) => {
    const [{ others }] = penWriters([line(letter, 'anna', 30, 60)]);
    const extent = extentOf(others.get(letter)![0]());
    expect(extent.left).toBeCloseTo(0, 5);
    expect(extent.top).toBeCloseTo(top, 5);
    expect(extent.bottom).toBeCloseTo(bottom, 5);
  });

  it('has signs as large as beside digits, and in the place that they stand in', () => {
    const [{ others }] = penWriters([line('-', 'anna', 80, 2)]);
    const [written, drawn] = [others.get('-')![0](), signForms.get('-')!].map(extentOf);
    expect(written.right - written.left).toBeCloseTo(drawn.right - drawn.left, 5);
    expect(written.top + written.bottom).toBeCloseTo(drawn.top + drawn.bottom, 5);
  });

  it('leaves out what has no points', () => {
    expect(penWriters([{ label: '1', writer: 'anna', strokes: [[]] }])[0].digits[1]).toEqual([]);
  });
});

describe('a font of a writer', () => {
  const samples = Array.from('aeinorst', (letter) => line(letter, 'anna', 30, 60));

  it('is there for who wrote the usual letters', () => {
    expect(writesWords(penWriters(samples)[0])).toBe(true);
    expect(writesWords(penWriters(samples.slice(1))[0])).toBe(false);
  });

  it('has one way for each letter, and none for what was not written', () => {
    const [writer] = penWriters([...samples, line('a', 'anna', 60, 60)]);
    const font = createPenFont(writer, createRandom(1));
    expect(font.letterOf('a')).toBe(font.letterOf('a'));
    expect(font.letterOf('q')).toBeUndefined();
  });
});
