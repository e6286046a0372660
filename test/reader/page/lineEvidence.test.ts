import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../src/reader/detector/decodeDetections';
import { gatherEvidence } from '../../../src/reader/page/lineEvidence';
import type { PageSymbol } from '../../../src/reader/page/readStrips';

const boxOf = (height: number): Detection['box'] => ({ x0: 0, y0: 0, x1: height / 2, y1: height });
/** A mark that may be a 3, and is something else otherwise. */
const mark = (score: number, three: number, height = 20): Detection => ({
  box: boxOf(height),
  score,
  probabilities: Float32Array.from({ length: 10 }, (_, digit) => (digit === 3 ? three : 0)),
});
const symbol = (
  text: string,
  probability: number,
  at: number | undefined,
  height = 20,
): PageSymbol => ({ symbol: text, box: boxOf(height), probability, alternatives: [], mark: at });
const word = (symbols: readonly PageSymbol[], probability: number) => ({
  symbols,
  probability,
  alternatives: [],
});

describe('the evidence of a page', () => {
  const three = symbol('3', 0.75, 0);
  const unseen = symbol('3', 0.5, undefined);
  const small = symbol('3', 0.25, 2, 9);
  const point = symbol('.', 0.5, undefined, 4);
  const number = word([three, point, unseen], 0.5);
  const { ofSymbol, ofWord } = gatherEvidence(
    { slope: 0, lines: [[number], [word([small], 0.25)]] },
    [mark(0.5, 0.5), mark(0.5, 1, 39), mark(1, 1, 9)],
  );

  it('of a digit is what both networks make of it, and how they agree on marks of like size', () => {
    // The mark of 39 pixels, within twice 20, is read as nothing.
    expect(ofSymbol(three)).toEqual({ line: 0.75, detector: 0.25, context: 0.375 });
    expect(ofSymbol(small)).toEqual({ line: 0.25, detector: 1, context: 0.25 });
  });

  it('of a digit that the detector has not found holds nothing of the detector', () => {
    expect(ofSymbol(unseen)).toEqual({ line: 0.5, detector: 0, context: 0.375 });
  });

  it('of a word is the mean of its digits, signs left out', () => {
    expect(ofWord(number)).toEqual({ line: 0.5, detector: 0.125, context: 0.375 });
  });

  it('has no context where no mark is of like size, and nothing of the detector for a word without a digit', () => {
    expect(ofSymbol(symbol('3', 0.5, undefined, 400)).context).toBe(0);
    expect(ofWord(word([point], 0.5))).toEqual({ line: 0.5, detector: 0, context: 0 });
  });
});
