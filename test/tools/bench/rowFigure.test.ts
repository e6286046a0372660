import { expect, it } from 'vitest';
import { rowFigure } from '../../../tools/bench/rowFigure';
import type { Figure } from '../../../src/view/figure';
import { growthResult, rowResult } from './samples';

const traces = (figure: Figure | undefined): Record<string, unknown>[] => figure!.data;

it('draws who was measured, by the quantities that are compared', () => {
  const [bars, numbers, ...others] = traces(rowFigure(rowResult));
  expect(bars).toMatchObject({ y: ['this project', 'slow'], x: [3, 7.5] });
  expect((numbers.text as string[]).map((text) => text.trim())).toEqual(['3', '7.50']);
  expect(others).toEqual([]);
});

it('draws growth as lines', () => {
  const [native, wasm, memory] = traces(rowFigure(growthResult));
  expect(native).toMatchObject({ name: 'native', x: [1, 2], y: [1, 2] });
  expect(wasm).toMatchObject({ name: 'WebAssembly', x: [1, 2], y: [1, 2] });
  expect(memory).toMatchObject({ name: 'native', y: [100, 100], yaxis: 'y2' });
});

it('draws nothing where nothing was measured', () => {
  expect(rowFigure({ ...rowResult, results: rowResult.results.slice(2) })).toBeUndefined();
});
