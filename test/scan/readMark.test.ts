import { describe, expect, it } from 'vitest';
import { readMark } from '../../src/scan/readMark';
import { turnMark } from '../../src/scan/turnMark';
import { art, plane, trimmed } from '../textArt';

const mark = (text: string): Parameters<typeof readMark>[0] => {
  const ink = plane(text);
  return { box: { x0: 10, y0: 20, x1: 10 + ink.width, y1: 20 + ink.height }, ink };
};
const seven = mark('## .#');

describe('the answer to a mark', () => {
  const probabilities = [0, 0.03, 0, 0, 0, 0, 0, 0.9, 0.005, 0.065];

  it('is the likeliest digit, with the next likely ones', () => {
    expect(readMark(seven, probabilities, 0.5)).toEqual({
      digit: 7,
      confidence: 0.9,
      alternatives: [
        { digit: 9, confidence: 0.065 },
        { digit: 1, confidence: 0.03 },
      ],
    });
  });

  it('is withheld where the likeliest digit is too unlikely', () => {
    expect(readMark(seven, probabilities, 0.95)).toMatchObject({
      digit: null,
      confidence: 0.9,
      alternatives: [{ digit: 7 }, { digit: 9 }, { digit: 1 }],
    });
  });

  it('is withheld where the mark is too wide for a digit', () => {
    expect(readMark(mark('##########'), probabilities, 0.5)).toEqual({
      digit: null,
      confidence: 0,
      alternatives: [],
    });
  });
});

describe('turning a mark with its page', () => {
  const corner = mark(`
    ###
    #..`);

  it('turns its ink', () => {
    expect(art(turnMark(corner, 90).ink)).toBe(trimmed('## .# .#'));
    expect(art(turnMark(corner, 270).ink)).toBe(trimmed('#. #. ##'));
    expect(turnMark(corner, 0)).toBe(corner);
  });

  it('turns its box about the corner of the page', () => {
    expect(turnMark(corner, 90).box).toEqual({ x0: -22, y0: 10, x1: -20, y1: 13 });
    expect(turnMark(corner, 270).box).toEqual({ x0: 20, y0: -13, x1: 22, y1: -10 });
  });
});
