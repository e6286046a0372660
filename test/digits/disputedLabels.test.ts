import { expect, it } from 'vitest';
import { disputedLabels } from '../../src/digits/disputedLabels';
import { loadMnist } from '../../src/digits/mnist';

it('disputed labels are those of the test digits they name, and most of five people disagree', async () => {
  const { labels } = (await loadMnist()).test;
  for (const { index, label, readings } of disputedLabels) {
    expect(labels[index], `test digit ${index}`).toBe(label);
    expect(readings).toMatch(/^[0-9?]{5}$/);
    const agreeing = Array.from(readings).filter((reading) => reading === String(label));
    expect(agreeing.length).toBeLessThan(3);
  }
  expect(new Set(disputedLabels.map(({ index }) => index)).size).toBe(15);
});
