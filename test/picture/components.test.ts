import { expect, it } from 'vitest';
import { connectedComponents } from '../../src/picture/components';
import { plane } from '../textArt';

it('pixels that touch hang together, at their corners too', () => {
  const drawn = plane(`
    #.....
    .#..##
    ......
    ###...
    #.#..#
  `);
  expect(connectedComponents(drawn)).toEqual([
    { box: { x0: 0, y0: 0, x1: 2, y1: 2 }, area: 2 },
    { box: { x0: 4, y0: 1, x1: 6, y1: 2 }, area: 2 },
    { box: { x0: 0, y0: 3, x1: 3, y1: 5 }, area: 5 },
    { box: { x0: 5, y0: 4, x1: 6, y1: 5 }, area: 1 },
  ]);
});

it('there are none on empty paper', () => {
  expect(connectedComponents(plane('... ...'))).toEqual([]);
});
