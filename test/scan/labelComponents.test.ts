import { describe, expect, it } from 'vitest';
import { labelComponents } from '../../src/scan/labelComponents';
import { plane } from '../textArt';

describe('connected components', () => {
  it('are connected across sides and corners', () => {
    const { labels, pieces } = labelComponents(
      plane(`
        #..##
        .#..#
        .....
        ##.##
        #..#.`),
    );
    expect([...labels.data].join('').match(/.{5}/g)).toEqual([
      '10022',
      '01002',
      '00000',
      '33044',
      '30040',
    ]);
    expect(pieces).toEqual([
      { label: 1, area: 2, x0: 0, y0: 0, x1: 2, y1: 2 },
      { label: 2, area: 3, x0: 3, y0: 0, x1: 5, y1: 2 },
      { label: 3, area: 3, x0: 0, y0: 3, x1: 2, y1: 5 },
      { label: 4, area: 3, x0: 3, y0: 3, x1: 5, y1: 5 },
    ]);
  });

  it('are one where a stroke winds back on itself', () => {
    const { pieces } = labelComponents(
      plane(`
        ##.##
        #.#.#
        #...#
        .###.`),
    );
    expect(pieces).toHaveLength(1);
    expect(pieces[0].area).toBe(12);
  });

  it('do not reach around the edge of the plane', () => {
    expect(labelComponents(plane('..# #..')).pieces).toHaveLength(2);
  });

  it('are none where there is no ink, and one where all is ink', () => {
    expect(labelComponents(plane('... ...')).pieces).toEqual([]);
    expect(labelComponents(plane('### ###')).pieces).toEqual([
      { label: 1, area: 6, x0: 0, y0: 0, x1: 3, y1: 2 },
    ]);
  });
});
