import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/picture/box';
import type { PictureLabel } from '../../src/pages/labels/truth';
import type { Detection } from '../../src/reader/detector/decodeDetections';
import type { Page } from '../../src/reader/page/readPage';
import { correctedPage, knownPage } from '../../src/learning/knownPage';
import { markOf, pageOf } from '../reader/page/readings';

const boxAt = (place: number): Box => ({ x0: 20 * place, y0: 10, x1: 20 * place + 12, y1: 30 });

/** A page on which digits were read in one line, and others refused. */
function pageWith(read: string, refused = 0): Page {
  const detectionAt = (at: number): Detection => ({
    box: boxAt(at),
    score: 0.9,
    probabilities: new Float32Array(10),
  });
  const detections = Array.from(read, (_, at) => detectionAt(at));
  const others = Array.from({ length: refused }, (_, at) => detectionAt(read.length + at));
  const marks = Array.from(read, (digit, at) => markOf(Number(digit), 0.9, { box: boxAt(at) }));
  return {
    reading: pageOf(
      read,
      marks,
      others.map(({ box }) => markOf(null, 0.5, { box })),
    ),
    detected: {
      pose: { tilt: 0, turn: 0 },
      brightness: { width: 2, height: 1, data: Uint8Array.of(0, 255) },
      levels: [{ scale: 0.5, contrast: { width: 2, height: 1, data: Float32Array.of(-4, 2) } }],
      detections: [],
      digits: detections,
      refused: others.map((other) => ({ ...other, reason: 'unclear' })),
    },
    marks: [...detections, ...others],
    lines: { slope: 0, lines: [] },
    toPicture: (box) => box,
    inLines: detections,
    outside: others,
  };
}

const labelOf = (digits: string): PictureLabel => ({
  file: 'own.png',
  kind: 'line',
  source: 'somebody',
  digits: Array.from(digits, (digit) => ({ digit: Number(digit), line: 0 })),
  isScattered: false,
  texts: [],
  ignored: [],
  turn: undefined,
});

describe('a page whose transcript is known', () => {
  it('has each digit where one was read, and those that were misread, too', () => {
    const known = knownPage(pageWith('1234', 1), labelOf('1934'))!;
    expect(known.digits).toEqual([
      { digit: 1, box: boxAt(0) },
      { digit: 9, box: boxAt(1) },
      { digit: 3, box: boxAt(2) },
      { digit: 4, box: boxAt(3) },
    ]);
    expect(known.ignored).toEqual([]);
  });

  it('has no digit where one was read beside all that there are', () => {
    const known = knownPage(pageWith('12734'), labelOf('1234'))!;
    expect(known.digits.map(({ box }) => box)).toEqual([0, 1, 3, 4].map(boxAt));
    expect(known.ignored).toEqual([]);
  });

  it('leaves open what unclear marks are where a digit was not found', () => {
    const known = knownPage(pageWith('124', 2), labelOf('1234'))!;
    expect(known.digits).toHaveLength(3);
    expect(known.ignored).toEqual([boxAt(3), boxAt(4)]);
  });

  it('is none where too little of it was found', () => {
    expect(knownPage(pageWith('12'), labelOf('1234'))).toBeUndefined();
  });

  it('keeps its levels in steps of 4 / 127', () => {
    const [{ scale, contrast }] = knownPage(pageWith('1'), labelOf('1'))!.levels;
    expect(scale).toBe(0.5);
    expect(Array.from(contrast.data)).toEqual([-127, 64]);
  });
});

describe('a page of which a person has corrected the doubtful marks', () => {
  it('has what was read, but for what was corrected', () => {
    const corrections = [
      { box: boxAt(1), digit: 9 },
      { box: boxAt(2), digit: null },
      { box: boxAt(4), digit: 5 },
    ];
    const { digits, ignored } = correctedPage(pageWith('1234', 2), corrections);
    expect(digits).toEqual([
      { digit: 1, box: boxAt(0) },
      { digit: 9, box: boxAt(1) },
      { digit: 4, box: boxAt(3) },
      { digit: 5, box: boxAt(4) },
    ]);
    expect(ignored).toEqual([boxAt(5)]);
  });
});
