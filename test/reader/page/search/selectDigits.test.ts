import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../../src/reader/detector/decodeDetections';
import { selectDigits } from '../../../../src/reader/page/search/selectDigits';

const detection = (x0: number, score: number, { y0 = 0, height = 20 } = {}): Detection => ({
  box: { x0, y0, x1: x0 + 0.7 * height, y1: y0 + height },
  score,
  probabilities: new Float32Array(10).fill(0.1),
});

const select = (
  ...detections: Detection[]
): { digits: number[]; refused: [place: number, reason: string][] } => {
  const { digits, refused } = selectDigits(detections);
  return {
    digits: digits.map(({ box }) => box.x0),
    refused: refused.map(({ box, reason }) => [box.x0, reason]),
  };
};

describe('telling digits from what looks like one', () => {
  it('takes sure detections, wherever they stand', () => {
    expect(select(detection(0, 0.7), detection(900, 0.9))).toEqual({
      digits: [0, 900],
      refused: [],
    });
  });

  it('takes an unsure one beside a sure one of like size alone', () => {
    const unsure = detection(30, 0.6);
    expect(select(detection(0, 0.9), unsure).digits).toEqual([0, 30]);
    expect(select(detection(200, 0.9), unsure).digits).toEqual([200]);
    expect(select(detection(0, 0.9, { y0: 30 }), unsure).digits).toEqual([0]);
    expect(select(detection(0, 0.9, { height: 60 }), unsure).digits).toEqual([0]);
  });

  it('refuses what is unclear, and does not speak of what is hardly there', () => {
    const { refused } = select(detection(0, 0.5), detection(40, 0.3));
    expect(refused).toEqual([[0, 'unclear']]);
  });

  it('refuses what is far smaller or larger than the digits of the page', () => {
    const row = [0, 30, 60, 90].map((x0) => detection(x0, 0.9));
    const { digits, refused } = select(
      ...row,
      detection(200, 0.7, { height: 4 }),
      detection(300, 0.7, { height: 150 }),
    );
    expect(digits).toEqual([0, 30, 60, 90]);
    expect(refused).toEqual([
      [200, 'too small beside the others'],
      [300, 'too large beside the others'],
    ]);
  });

  it('takes a large digit beside many small ones, and small ones beside many large ones', () => {
    const row = [0, 30, 60, 90].map((x0) => detection(x0, 0.9));
    const others = [detection(200, 0.7, { height: 100 }), detection(400, 0.7, { height: 7 })];
    expect(select(...row, ...others).refused).toEqual([]);
  });

  it('lets two digits be of any size', () => {
    expect(select(detection(0, 0.9), detection(300, 0.9, { height: 200 })).digits).toEqual([
      0, 300,
    ]);
  });

  it('makes nothing of nothing', () => {
    expect(select()).toEqual({ digits: [], refused: [] });
  });
});
