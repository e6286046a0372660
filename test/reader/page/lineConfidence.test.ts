import { describe, expect, it } from 'vitest';
import { fitAgreement, lineConfidence } from '../../../src/reader/page/lineConfidence';

describe('how sure two networks are together', () => {
  it('is what the one says where the other does not count', () => {
    const lineAlone = { offset: 0, line: 1, detector: 0 };
    expect(lineConfidence(0.8, 0.1, lineAlone)).toBeCloseTo(0.8, 10);
    expect(lineConfidence(0.8, 0.1, { offset: 0, line: 0, detector: 1 })).toBeCloseTo(0.1, 10);
  });

  it('is never certain, nor impossible', () => {
    const both = { offset: 0, line: 1, detector: 1 };
    expect(lineConfidence(1, 1, both)).toBeLessThan(1);
    expect(lineConfidence(0, 0, both)).toBeGreaterThan(0);
  });

  it('follows the one that is right', () => {
    const cases = Array.from({ length: 400 }, (_, at) => ({
      line: at % 2 ? 0.9 : 0.1,
      detector: at % 4 < 2 ? 0.9 : 0.1,
    }));
    // Nine in ten of the line reader's opinions hold, whatever the detector says.
    const agreement = fitAgreement(
      cases,
      cases.map(({ line }, at) => at % 40 < 4 !== line > 0.5),
    );
    expect(lineConfidence(0.9, 0.1, agreement)).toBeCloseTo(0.9, 1);
    expect(lineConfidence(0.1, 0.9, agreement)).toBeCloseTo(0.1, 1);
  });
});
