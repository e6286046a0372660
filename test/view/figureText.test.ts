import { describe, expect, it } from 'vitest';
import { figureText } from '../../src/view/figureText';

describe('a figure in words', () => {
  it('names its title, its axes and what is drawn, each once', () => {
    const figure = {
      data: [
        { type: 'scatter' as const, name: 'training' },
        { type: 'scatter' as const, name: 'training' },
        { type: 'scatter' as const, name: 'validation' },
      ],
      layout: {
        title: { text: 'Two <b>epochs</b>' },
        xaxis: { title: { text: 'epoch' } },
        yaxis: { title: { text: 'loss' } },
        xaxis2: { title: { text: 'epoch' } },
      },
    };
    expect(figureText(figure)).toBe('Two epochs. Axes: epoch, loss. Shown: training, validation.');
  });

  it('leaves out what a figure does not have, and long lists of names', () => {
    const data = Array.from({ length: 11 }, (_, digit) => ({
      type: 'bar' as const,
      name: String(digit),
    }));
    expect(figureText({ data, layout: { title: { text: 'Digits' } } })).toBe('Digits.');
    expect(figureText({ data: [], layout: {} })).toBe('');
  });
});
