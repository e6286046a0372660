import { describe, expect, it } from 'vitest';
import { fitEvidence, lineConfidence } from '../../../src/reader/page/lineConfidence';

const evidence = { line: 0.8, detector: 0.1, context: 0.6 };
const nothing = { offset: 0, line: 0, detector: 0, context: 0 };

describe('how sure a reading is', () => {
  it.each([
    ['line', 0.8],
    ['detector', 0.1],
    ['context', 0.6],
  ] as const)('is what %s says where nothing else counts', (name, expected) => {
    expect(lineConfidence(evidence, { ...nothing, [name]: 1 })).toBeCloseTo(expected, 10);
  });

  it('is never certain, nor impossible', () => {
    const all = { offset: 0, line: 1, detector: 1, context: 1 };
    expect(lineConfidence({ line: 1, detector: 1, context: 1 }, all)).toBeLessThan(1);
    expect(lineConfidence({ line: 0, detector: 0, context: 0 }, all)).toBeGreaterThan(0);
  });

  it('follows the evidence that is right', () => {
    const cases = Array.from({ length: 400 }, (_, at) => ({
      line: at % 2 ? 0.9 : 0.1,
      detector: at % 4 < 2 ? 0.9 : 0.1,
      context: 0.5,
    }));
    // Nine in ten of the line reader's opinions hold, whatever the detector says.
    const weights = fitEvidence(
      cases,
      cases.map(({ line }, at) => at % 40 < 4 !== line > 0.5),
    );
    expect(lineConfidence({ line: 0.9, detector: 0.1, context: 0.5 }, weights)).toBeCloseTo(0.9, 1);
    expect(lineConfidence({ line: 0.1, detector: 0.9, context: 0.5 }, weights)).toBeCloseTo(0.1, 1);
  });

  it('stays finite where all readings are right', () => {
    const { offset } = fitEvidence([evidence, evidence], [true, true]);
    expect(Math.abs(offset)).toBeLessThan(20);
  });
});
