import { describe, expect, it } from 'vitest';
import { findMarks, type Mark } from '../../src/scan/findMarks';
import { joinPieces } from '../../src/scan/joinPieces';
import type { Piece } from '../../src/scan/findPieces';
import type { Plane } from '../../src/data/picture';
import { art, plane, trimmed } from '../textArt';

/** The marks in contrast drawn as text, each character a square of pixels. */
function marksOf(text: string, { size = 8, noise = 5 } = {}): Mark[] {
  const { width, height, data } = plane(text);
  const contrast: Plane<Uint8Array> = {
    width: width * size,
    height: height * size,
    data: new Uint8Array(width * height * size * size),
  };
  contrast.data.forEach((_, at) => {
    const [row, column] = [Math.floor(at / contrast.width), at % contrast.width];
    contrast.data[at] = data[Math.floor(row / size) * width + Math.floor(column / size)];
  });
  return findMarks({ contrast, noise, darker: true });
}

const boxes = (marks: Mark[], size = 8): number[][] =>
  marks
    .map(({ box: { x0, y0, x1, y1 } }) => [x0, y0, x1, y1].map((value) => value / size))
    .sort((a, b) => a[0] - b[0]);

describe('marks', () => {
  it('are the pieces of ink that stand apart', () => {
    const marks = marksOf(`
      ...........
      .##...###..
      ..#...#.#..
      ..#...###..
      ..#.....#..
      ...........`);
    expect(boxes(marks)).toEqual([
      [1, 1, 3, 5],
      [6, 1, 9, 5],
    ]);
  });

  it('hold their own ink only, and all of it', () => {
    const marks = marksOf(
      `
      ...........
      .#########.
      .#.......#.
      .#.##....#.
      .#.......#.
      .#.......#.
      .#########.
      ...........`,
      { size: 2 },
    );
    expect(marks).toHaveLength(1);
    const { width, height, data } = marks[0].ink;
    expect([width, height]).toEqual([18, 12]);
    // The speck inside is too small to be looked at.
    expect(data.filter((value) => value === 255)).toHaveLength(4 * 26);
  });

  it('are put together again where a stroke is broken', () => {
    const marks = marksOf(
      `
      ..........
      ..#####...
      ..........
      ..#.......
      ..#.......
      ..####....
      .....#....
      .....#....
      .....#....
      ..####....
      ..........`,
      { size: 4 },
    );
    expect(boxes(marks, 4)).toEqual([[2, 1, 7, 10]]);
  });

  it('are not made of specks', () => {
    const marks = marksOf(
      `
      ..............
      .#....#####...
      ......#...#...
      ......#...#.#.
      ......#...#...
      ......#...#...
      ......#####...
      ..............`,
      { size: 10 },
    );
    expect(boxes(marks, 10)).toEqual([[6, 1, 11, 7]]);
  });

  it('are not made of rules, which are much longer than digits', () => {
    const marks = marksOf(`
      ...........................
      ..##..####..#..####..####..
      ...#.....#..#.....#..#..#..
      ...#...###..#..####..####..
      ...#...#....#.....#.....#..
      ...#...####.#..####.....#..
      ...........................
      ...........................
      .#########################.
      ...........................`);
    expect(marks).toHaveLength(5);
    expect(Math.max(...boxes(marks).map((box) => box[3]))).toBe(6);
  });

  it('are not made of traces much fainter than the ink', () => {
    const marks = marksOf(`
      .............
      .222...9999..
      .2.2......9..
      .222.....9...
      ...2.....9...
      .............`);
    expect(boxes(marks)).toEqual([[7, 1, 11, 5]]);
  });

  it('are found on noisy paper where they stand out from it', () => {
    const text = `
      ........
      ..4444..
      .....4..
      ....4...
      ....4...
      ........`;
    expect(marksOf(text, { noise: 40 })).toHaveLength(1);
    expect(marksOf(text, { noise: 60 })).toHaveLength(0);
  });

  it('end where the ink does, not where its blur does', () => {
    const [mark] = marksOf(`
      ........
      .222222.
      .299992.
      .222292.
      ..22922.
      ..2922..
      ..2222..
      ........`);
    expect(boxes([mark])).toEqual([[2, 2, 6, 6]]);
  });

  it('do not reach the frame of the picture where others do not', () => {
    const marks = marksOf(`
      ########
      #.......
      #..###..
      #....#..
      #...#...
      #.......`);
    expect(boxes(marks)).toEqual([[3, 2, 6, 5]]);
  });

  it('may fill the picture to its frame where there is nothing else', () => {
    const text = `
      ####
      ...#
      ..#.
      .#..`;
    const marks = marksOf(text, { size: 5 });
    expect(boxes(marks, 5)).toEqual([[0, 0, 4, 4]]);
    const whole = art(marks[0].ink).split('\n');
    expect(
      whole.filter((_, row) => row % 5 === 0).map((line) => line.replace(/(.).{4}/g, '$1')),
    ).toEqual(trimmed(text).split('\n'));
  });

  it('are none where there is no ink', () => {
    expect(marksOf('.... .... ....')).toEqual([]);
  });
});

describe('joining pieces', () => {
  let label = 0;
  const piece = (x0: number, y0: number, x1: number, y1: number): Piece => ({
    ...{ x0, y0, x1, y1, label: ++label, contrast: 200 },
    area: (x1 - x0) * (y1 - y0),
  });
  const joined = (...pieces: Piece[]): number[] =>
    joinPieces(pieces, 100).map((group) => group.pieces.length);

  it('adds a bar that hangs above its digit', () => {
    expect(joined(piece(0, 20, 60, 120), piece(10, 0, 70, 10))).toEqual([2]);
  });

  it('adds a stroke that another one encloses', () => {
    expect(joined(piece(0, 0, 80, 100), piece(40, 20, 60, 100))).toEqual([2]);
  });

  it('leaves neighbours of full height apart, however near', () => {
    expect(joined(piece(0, 0, 20, 100), piece(24, 0, 44, 100))).toEqual([1, 1]);
  });

  it('leaves a small piece alone that is far off', () => {
    expect(joined(piece(0, 0, 60, 100), piece(90, 40, 110, 60))).toEqual([1, 1]);
  });

  it('makes no mark much larger than a digit', () => {
    expect(joined(piece(0, 0, 60, 100), piece(10, 105, 50, 160))).toEqual([1, 1]);
  });
});
