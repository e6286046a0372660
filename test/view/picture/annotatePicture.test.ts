import { describe, expect, it } from 'vitest';
import { annotatePicture } from '../../../src/view/picture/annotatePicture';
import type { PageReading } from '../../../src/reader/page/pageReading';
import type { Picture } from '../../../src/picture/picture';
import { greyPicture, trimmed } from '../../textArt';
import { markOf, pageOf } from '../../reader/page/readings';

const paper = (): Picture => greyPicture(60, 60, () => 200);

function readingOf(...marks: [digit: number | null, ...box: number[]][]): PageReading {
  return pageOf(
    '',
    marks.map(([digit, x0, y0, x1, y1]) => markOf(digit, 0.95, { box: { x0, y0, x1, y1 } })),
  );
}

/** A part of a picture as text: `#` white, `b` blue, `o` orange, `g` grey, `.` paper. */
function part({ width, data }: Picture, x0: number, y0: number, x1: number, y1: number): string {
  const rows = [];
  for (let row = y0; row < y1; row++) {
    let text = '';
    for (let column = x0; column < x1; column++) {
      const [red, green, blue] = data.subarray((row * width + column) * 4);
      if (red === 255 && green === 255 && blue === 255) text += '#';
      else if (red === 200 && green === 200) text += '.';
      else if (red === green) text += 'g';
      else text += green > red ? 'b' : 'o';
    }
    rows.push(text);
  }
  return rows.join('\n');
}

describe('an annotated picture', () => {
  it('has a frame around the mark and the answer above it', () => {
    const picture = annotatePicture(paper(), readingOf([7, 20, 30, 34, 48]));
    expect(part(picture, 18, 19, 37, 32)).toBe(
      trimmed(`
        ...................
        .bbbbbbb...........
        .b#####b...........
        .bbbbb#b...........
        .bbbb#bb...........
        .bbb#bbb...........
        .bbb#bbb...........
        .bb#bbbb...........
        .bb#bbbb...........
        .bbbbbbb...........
        .bbbbbbbbbbbbbbbb..
        .b..............b..
        .b..............b..`),
    );
    expect(part(picture, 18, 46, 37, 50)).toBe(
      trimmed(`
        .b..............b..
        .b..............b..
        .bbbbbbbbbbbbbbbb..
        ...................`),
    );
  });

  it.each([
    ['orange where a person should look', markOf(null, 0.31), 'o'],
    ['grey where it is refused', markOf(null, 0.3), 'g'],
  ])('has a question mark without an answer, %s', (_, mark, colour) => {
    const lone = { ...mark, box: { x0: 20, y0: 30, x1: 34, y1: 48 } };
    const expected = trimmed(`
      xxxxxxx
      xx###xx
      x#xxx#x
      xxxxx#x
      xxx##xx
      xxx#xxx
      xxxxxxx
      xxx#xxx
      xxxxxxx`).replaceAll('x', colour);
    for (const reading of [pageOf('?', [lone]), pageOf('', [], [lone])]) {
      expect(part(annotatePicture(paper(), reading), 19, 20, 26, 29)).toBe(expected);
    }
  });

  it('is orange where the answer is doubtful', () => {
    const doubtful = markOf(7, 0.89, { box: { x0: 20, y0: 30, x1: 34, y1: 48 } });
    const picture = annotatePicture(paper(), pageOf('7', [doubtful]));
    expect(part(picture, 19, 29, 35, 30)).toBe('o'.repeat(16));
  });

  it('keeps the labels inside the picture', () => {
    const whole = annotatePicture(paper(), readingOf([1, 0, 0, 60, 60]));
    expect(part(whole, 0, 0, 7, 1)).toBe('bbbbbbb');
    const right = annotatePicture(paper(), readingOf([1, 57, 30, 60, 48]));
    expect(part(right, 53, 20, 60, 21)).toBe('bbbbbbb');
  });

  it('has larger labels in a larger picture', () => {
    const large = annotatePicture(
      greyPicture(2000, 1500, () => 200),
      readingOf([7, 500, 500, 600, 680]),
    );
    const label = part(large, 480, 400, 640, 490).split('\n');
    expect(label.filter((row) => row.includes('#'))).toHaveLength(7 * 7);
  });

  it('is a copy', () => {
    const original = paper();
    annotatePicture(original, readingOf([7, 20, 30, 34, 48]));
    expect(original).toEqual(paper());
  });

  it('is the picture itself where nothing was found', () => {
    expect(annotatePicture(paper(), readingOf())).toEqual(paper());
  });
});
