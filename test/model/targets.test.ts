import { describe, expect, it } from 'vitest';
import { targetsFromLabels, targetsFromTeacher } from '../../src/model/targets';

describe('targets from labels', () => {
  it('are certain without smoothing', () => {
    expect([...targetsFromLabels([2, 0], 0)]).toEqual([
      ...[0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
      ...[1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('give some certainty to all digits alike', () => {
    const targets = targetsFromLabels([9], 0.1);
    targets.subarray(0, 9).forEach((value) => {
      expect(value).toBeCloseTo(0.01);
    });
    expect(targets[9]).toBeCloseTo(0.91);
  });
});

describe('targets from a teacher', () => {
  const answer = Float32Array.of(0.64, 0.16, 0.04, 0.16, 0, 0, 0, 0, 0, 0);

  it("are the teacher's answers at temperature 1", () => {
    const targets = targetsFromTeacher(answer, 1);
    targets.forEach((value, digit) => {
      expect(value).toBeCloseTo(answer[digit], 6);
    });
  });

  it('have more of its doubts at a higher temperature', () => {
    // Square roots 0.8, 0.4, 0.2, 0.4 of 1.8.
    const targets = targetsFromTeacher(answer, 2);
    [4 / 9, 2 / 9, 1 / 9, 2 / 9, 0, 0, 0, 0, 0, 0].forEach((value, digit) => {
      expect(targets[digit]).toBeCloseTo(value, 6);
    });
  });

  it('are weighed for each image of its own', () => {
    const both = targetsFromTeacher(Float32Array.of(...answer, ...[...answer].reverse()), 2);
    both.forEach((value, index) => {
      expect(value).toBeCloseTo(both[19 - index], 6);
    });
  });
});
