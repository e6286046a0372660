import { describe, expect, it } from 'vitest';
import { annotatePicture } from '../../src/scan/annotatePicture';
import type { PageReading } from '../../src/scan/pageReading';
import type { Picture } from '../../src/data/picture';
import { greyPicture, trimmed } from '../textArt';

const paper = (): Picture => greyPicture(60, 60, () => 200);

function readingOf(...marks: [digit: number | null, ...box: number[]][]): PageReading {
  const digits = marks.map(([digit, x0, y0, x1, y1]) => ({
    ...{ digit, confidence: 0.9, alternatives: [] },
    box: [x0, y0, x1, y1] as const,
  }));
  return { width: 60, height: 60, turn: 0, lines: [{ text: '', digits }] };
}

/** A part of a picture as text: `#` white, `g` green, `r` red, `.` paper. */
function part({ width, data }: Picture, x0: number, y0: number, x1: number, y1: number): string {
  const rows = [];
  for (let row = y0; row < y1; row++) {
    let text = '';
    for (let column = x0; column < x1; column++) {
      const [red, green, blue] = data.subarray((row * width + column) * 4);
      if (red === 255 && green === 255 && blue === 255) text += '#';
      else if (red === 200 && green === 200) text += '.';
      else text += green > red ? 'g' : 'r';
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
        .ggggggg...........
        .g#####g...........
        .ggggg#g...........
        .gggg#gg...........
        .ggg#ggg...........
        .ggg#ggg...........
        .gg#gggg...........
        .gg#gggg...........
        .ggggggg...........
        .gggggggggggggggg..
        .g..............g..
        .g..............g..`),
    );
    expect(part(picture, 18, 46, 37, 50)).toBe(
      trimmed(`
        .g..............g..
        .g..............g..
        .gggggggggggggggg..
        ...................`),
    );
  });

  it('marks in red with a question mark what has no answer', () => {
    const picture = annotatePicture(paper(), readingOf([null, 20, 30, 34, 48]));
    expect(part(picture, 19, 20, 26, 29)).toBe(
      trimmed(`
        rrrrrrr
        rr###rr
        r#rrr#r
        rrrrr#r
        rrr##rr
        rrr#rrr
        rrrrrrr
        rrr#rrr
        rrrrrrr`),
    );
  });

  it('keeps the labels inside the picture', () => {
    const whole = annotatePicture(paper(), readingOf([1, 0, 0, 60, 60]));
    expect(part(whole, 0, 0, 3, 1)).toBe('ggg');
    const right = annotatePicture(paper(), readingOf([1, 57, 30, 60, 48]));
    expect(part(right, 53, 20, 60, 21)).toBe('ggggggg');
  });

  it('has larger labels in a larger picture', () => {
    const large = annotatePicture(
      greyPicture(2000, 1500, () => 200),
      readingOf([7, 500, 500, 600, 680]),
    );
    const label = part(large, 480, 400, 640, 490).split('\n');
    expect(label.filter((row) => row.includes('#'))).toHaveLength(7 * 10);
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
