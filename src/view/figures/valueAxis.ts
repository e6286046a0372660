import type { Layout } from 'plotly.js-dist';

type Axis = NonNullable<Layout['xaxis']>;

/** Values along an axis: where each lies, and how the axis looks. */
export interface ValueAxis {
  /** What plotly takes for each value: a number, or a name. */
  readonly positions: readonly (number | string)[];
  readonly axis: Partial<Axis>;
}

/** How much of an axis the label of a tick takes up, the space around it included, in pixels. */
type LabelSize = (label: number | string) => number;
const labelWidth: LabelSize = (label) => 7.5 * (String(label).length + 1);
const labelHeight: LabelSize = () => 24;

/** How much longer an axis is than what lies on it, at either end. */
const MARGIN = 0.08;

/** Factors between powers of ten that make round numbers, the densest first. */
const roundFactors = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

/** How far ascending numbers are from lying evenly: 0 where they do. */
function unevenness(numbers: readonly number[]): number {
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  return numbers.reduce((sum, value, index) => {
    const place = (value - first) / (last - first);
    return sum + (place - index / (numbers.length - 1)) ** 2;
  }, 0);
}

/** Whether ascending numbers lie more evenly in ratios than in differences. */
function isLogarithmic(numbers: readonly number[]): boolean {
  return numbers[0] > 0 && unevenness(numbers.map(Math.log)) < unevenness(numbers);
}

/** Whether the labels of ascending numbers leave each other room, at places in pixels. */
function hasRoom(numbers: readonly number[], places: readonly number[], size: LabelSize): boolean {
  return numbers.every((number, index) => {
    if (index === 0) return true;
    const before = index - 1;
    return places[index] - places[before] > (size(numbers[before]) + size(number)) / 2;
  });
}

function roundNumbers(from: number, to: number, factors: readonly number[]): number[] {
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((value) => value >= from && value <= to);
}

function logarithmicAxis(
  from: number,
  to: number,
  length: number,
  size: LabelSize,
  wished: readonly number[],
): Partial<Axis> {
  const margin = Math.log10(to / from) * MARGIN;
  const range: [number, number] = [Math.log10(from) - margin, Math.log10(to) + margin];
  const [low, high] = range.map((power) => 10 ** power);
  const pixels = length / (range[1] - range[0]);
  const candidates = [wished, ...roundFactors.map((factors) => roundNumbers(low, high, factors))];
  const ticks = candidates.find((numbers) => {
    const places = numbers.map((number) => Math.log10(number) * pixels);
    return numbers.length > 1 && hasRoom(numbers, places, size);
  });
  return {
    type: 'log',
    range,
    ...(ticks
      ? { tickmode: 'array', tickvals: [...ticks] }
      : { nticks: 4, exponentformat: 'power' }),
  };
}

function linearAxis(numbers: readonly number[], width: number): Partial<Axis> {
  const [least, largest] = [numbers[0], numbers[numbers.length - 1]];
  const margin = (largest - least) * MARGIN;
  const range: [number, number] = [least - margin, largest + margin];
  const places = numbers.map((number) => (number * width) / (range[1] - range[0]));
  return {
    range,
    ...(hasRoom(numbers, places, labelWidth)
      ? { tickmode: 'array', tickvals: [...numbers] }
      : { nticks: 5 }),
  };
}

function numberAxis(numbers: readonly number[], width: number): Partial<Axis> {
  const ascending = [...new Set(numbers)].sort((a, b) => a - b);
  const [least, largest] = [ascending[0], ascending[ascending.length - 1]];
  return {
    exponentformat: 'none',
    ...(isLogarithmic(ascending)
      ? logarithmicAxis(least, largest, width, labelWidth, ascending)
      : linearAxis(ascending, width)),
  };
}

/**
 * An upright axis for shares, and where on it lies what has none.
 *
 * It is logarithmic where the largest is more than three times the least: some shares are then of another
 * order than those that are to be compared.
 *
 * @param shares 0 to 1
 * @param height of the axis in pixels
 */
export function shareAxis(
  shares: readonly number[],
  height: number,
): { axis: Partial<Axis>; top: number } {
  const tickformat = '.2~%';
  if (shares.length === 0) return { axis: { tickformat, range: [0, 1] }, top: 1 - MARGIN / 2 };
  const [least, largest] = [Math.min(...shares), Math.max(...shares)];
  if (least > 0 && largest > 3 * least) {
    const axis = logarithmicAxis(least, largest, height, labelHeight, []);
    return { axis: { ...axis, tickformat }, top: largest * (largest / least) ** (MARGIN / 2) };
  }
  const margin = (largest - least) * MARGIN || 0.001;
  const range: [number, number] = [Math.max(0, least - margin), largest + margin];
  return { axis: { range, nticks: 6, tickformat }, top: largest + margin / 2 };
}

/**
 * Lays values of a setting along an axis: numbers at their places, on a logarithmic axis where they lie more
 * evenly in ratios; anything else side by side, by its place in the list where its name has no room.
 *
 * @param values as JSON holds them, at least two different ones where they are numbers
 * @param width of the axis in pixels
 */
export function valueAxis(values: readonly unknown[], width: number): ValueAxis {
  if (values.every((value): value is number => typeof value === 'number')) {
    return { positions: values, axis: numberAxis(values, width) };
  }
  const texts = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  const different = [...new Set(texts)];
  const isLong = different.some((text) => labelWidth(text) > width / different.length);
  const name = (text: string): string => (isLong ? `no. ${different.indexOf(text) + 1}` : text);
  return {
    positions: texts.map(name),
    axis: {
      type: 'category',
      categoryarray: different.map(name),
      range: [-0.5, different.length - 0.5],
    },
  };
}
