import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/view/figure';
import { classBalanceFigure } from '../../src/view/figures/classBalanceFigure';
import { comparisonFigure } from '../../src/view/figures/comparisonFigure';
import { confusionMatrixFigure } from '../../src/view/figures/confusionMatrixFigure';
import { coverageFigure } from '../../src/view/figures/coverageFigure';
import { embeddingFigure } from '../../src/view/figures/embeddingFigure';
import { networkFigure } from '../../src/view/figures/networkFigure';
import { occlusionFigure } from '../../src/view/figures/occlusionFigure';
import { runsFigure } from '../../src/view/figures/runsFigure';
import { stepsFigure } from '../../src/view/figures/stepsFigure';
import { digitGridFigure } from '../../src/view/figures/digitGridFigure';
import { growthFigure } from '../../src/view/figures/growthFigure';
import { learningRateFigure } from '../../src/view/figures/learningRateFigure';
import { pageFigure } from '../../src/view/figures/pageFigure';
import { reliabilityFigure } from '../../src/view/figures/reliabilityFigure';
import { sweepFigure } from '../../src/view/figures/sweepFigure';
import { trainingHistoryFigure } from '../../src/view/figures/trainingHistoryFigure';
import { decodePicture } from '../../src/picture/file/readPicture';
import {
  barPanel,
  bins,
  confusion,
  coverage,
  growthPanel,
  history,
  images,
  progress,
  samplePage,
  sweep,
} from './samples';
import { sweepResults } from '../classifier/sweep/results';

/** The traces as what was written, whatever their kind. */
function traces(figure: Figure): Record<string, unknown>[] {
  return figure.data;
}

/** The ink of a digit grid, row by row. */
function inkRows(figure: Figure): number[][] {
  const { bdata, shape } = traces(figure)[0].z as { bdata: string; shape: string };
  const [height, width] = shape.split(', ').map(Number);
  const bytes = [...Buffer.from(bdata, 'base64')];
  return Array.from({ length: height }, (_, row) => bytes.slice(row * width, (row + 1) * width));
}

describe('training history', () => {
  test('draws loss and accuracy of training and validation at their epochs', () => {
    const drawn = traces(trainingHistoryFigure(history)).map(({ name, x, y, yaxis }) => ({
      name,
      x,
      y,
      yaxis,
    }));
    expect(drawn).toEqual([
      { name: 'training', x: [1, 2], y: [0.4, 0.1], yaxis: undefined },
      { name: 'training', x: [1, 2], y: [0.88, 0.96], yaxis: 'y2' },
      { name: 'validation', x: [1, 2], y: [0.09, 0.06], yaxis: undefined },
      { name: 'validation', x: [1, 2], y: [0.972, 0.981], yaxis: 'y2' },
    ]);
  });

  test('gives training a point inside the epoch that runs, and the axis its final length', () => {
    const figure = trainingHistoryFigure(history, 4, progress);
    const [loss, accuracy, validation] = traces(figure);
    expect(loss).toMatchObject({ x: [1, 2, 2.5], y: [0.4, 0.1, 0.07] });
    expect(accuracy).toMatchObject({ x: [1, 2, 2.5], y: [0.88, 0.96, 0.975] });
    expect(validation.x).toEqual([1, 2]);
    expect(figure.layout.xaxis?.range?.[1]).toBeCloseTo(4.2, 5);
  });

  test('has axes before the first epoch is over', () => {
    const figure = trainingHistoryFigure([], 5);
    expect(traces(figure).map(({ x }) => x)).toEqual([[], [], [], []]);
    expect(figure.layout.xaxis?.range?.[1]).toBeCloseTo(5.25, 5);
  });
});

describe('class balance', () => {
  const labelled = (...labels: number[]) => ({ labels: Uint8Array.from(labels) });

  test('writes the counts on the bars of a single set', () => {
    const figure = classBalanceFigure({ training: labelled(0, 0, 0, 1, 9, 9) });
    expect(traces(figure)).toHaveLength(1);
    expect(traces(figure)[0]).toMatchObject({
      x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      y: [3, 1, 0, 0, 0, 0, 0, 0, 0, 2],
      texttemplate: '%{y:,}',
    });
    expect(figure.layout.showlegend).toBe(false);
  });

  test('sets several sets beside one another, with a legend', () => {
    const figure = classBalanceFigure({ training: labelled(0, 1, 1), test: labelled(1) });
    expect(traces(figure).map(({ name, y }) => [name, (y as number[]).slice(0, 2)])).toEqual([
      ['training', [1, 2]],
      ['test', [0, 1]],
    ]);
    expect(figure.layout.showlegend).toBe(true);
  });
});

describe('confusion matrix', () => {
  test('parts right answers from mistakes, each on a scale of its own', () => {
    const [right, mistakes] = traces(confusionMatrixFigure(confusion));
    expect(right.z).toEqual([
      [980, null, null],
      [null, 1135, null],
      [null, null, 1030],
    ]);
    expect(right.zmax).toBe(1135);
    expect(mistakes.z).toEqual([
      [null, null, 1],
      [null, null, null],
      [2, null, null],
    ]);
    expect(mistakes.zmax).toBe(2);
  });

  test('counts the mistakes in its title and puts the first digit on top', () => {
    const { layout } = confusionMatrixFigure(confusion);
    expect(layout.title?.text).toBe('3 mistakes in 3,148 answers');
    expect(layout.yaxis?.range).toEqual([2.5, -0.5]);
  });

  test('knows the share of each digit that became each answer', () => {
    const [right] = traces(
      confusionMatrixFigure([
        [3, 1],
        [0, 0],
      ]),
    );
    expect(right.customdata).toEqual([
      [
        [0.75, ''],
        [0.25, ''],
      ],
      [
        [0, ''],
        [0, ''],
      ],
    ]);
  });

  test('has under the mouse what is known of a cell', () => {
    const [, mistakes] = traces(
      confusionMatrixFigure(confusion, (label, answer) => `${label} for ${answer}`),
    );
    expect((mistakes.customdata as [number, string][][])[0][2][1]).toBe('0 for 2');
  });
});

describe('reliability diagram', () => {
  test('leaves out ranges without answers', () => {
    const [, network, counts] = traces(reliabilityFigure(bins));
    expect(network).toMatchObject({ x: [0.6, 0.99], y: [0.5, 1] });
    expect(counts).toMatchObject({ x: [0.625, 0.875], y: [4, 9996] });
  });

  test('is less certain of few answers than of many', () => {
    const [, network] = traces(reliabilityFigure(bins));
    const [few, many] = (network.error_y as { array: number[] }).array;
    // Two of four right, with two more of each: 4 of 8.
    expect(few).toBeCloseTo(1.96 * Math.sqrt((0.5 * 0.5) / 8), 5);
    expect(many).toBeLessThan(0.001);
  });
});

describe('comparison', () => {
  test('draws medians as bars from nothing, with the least and the most, and the numbers behind', () => {
    const figure = comparisonFigure('Three ways', [barPanel('time (s)')]);
    const [bars, numbers] = traces(figure);
    expect(bars).toMatchObject({ y: ['ours', 'theirs', 'a third way'], x: [4, 10, 2000] });
    expect(bars.error_x).toMatchObject({ array: [0, 2, 1], arrayminus: [0, 3, 1] });
    expect(numbers.x).toEqual([4, 12, 2001]);
    expect(figure.layout.xaxis?.range?.[0]).toBe(0);
  });

  test('colours what stands out', () => {
    const [bars] = traces(comparisonFigure('Three ways', [barPanel('time (s)')]));
    const [own, other, third] = (bars.marker as { color: string[] }).color;
    expect(other).toBe(third);
    expect(own).not.toBe(other);
  });

  test('sets two quantities side by side, each on an axis of its own', () => {
    const figure = comparisonFigure('Three ways', [barPanel('time (s)'), barPanel('memory (MB)')]);
    expect(traces(figure).map(({ xaxis }) => xaxis)).toEqual(['x', 'x', 'x2', 'x2']);
    expect(figure.layout.xaxis2?.title?.text).toBe('memory (MB)');
  });
});

describe('growth', () => {
  test('draws each line in both panels, with the least and the most of each point', () => {
    const panels = [growthPanel('time (s)'), growthPanel('memory (MB)')];
    const [native, wasm, nativeMemory] = traces(growthFigure('Growth', 'megapixels', panels));
    expect(native).toMatchObject({ name: 'native', x: [0.5, 32], y: [1, 20] });
    expect(native.error_y).toMatchObject({ array: [2, 0], arrayminus: [0.5, 0] });
    expect(wasm).toMatchObject({ name: 'WebAssembly', x: [2], y: [5] });
    expect(nativeMemory).toMatchObject({ name: 'native', yaxis: 'y2', showlegend: false });
  });
});

describe('coverage curve', () => {
  const [everything, curve, marked] = traces(coverageFigure(coverage)) as Record<
    string,
    number[]
  >[];

  test('follows the error of the rest from the first answer rejected', () => {
    expect(curve.x.slice(0, 4)).toEqual([0.001, 0.002, 0.003, 0.004]);
    expect(curve.y[0]).toBeCloseTo(2 / 999, 5);
    expect(curve.y[2]).toBe(0);
    expect(everything.y[0]).toBeCloseTo(3 / 1000, 5);
  });

  test('marks shares that one might reject with their confidence', () => {
    expect(marked.x).toEqual([0.001, 0.002, 0.005, 0.01, 0.02, 0.05]);
    expect(marked.customdata).toEqual([0.002, 0.003, 0.006, 0.011, 0.021, 0.051]);
  });
});

describe('learning rate', () => {
  test('spreads the steps over the epochs', () => {
    const [curve] = traces(learningRateFigure(Float32Array.of(0, 0.5, 1, 0.5), 2));
    expect(curve).toMatchObject({ x: [0, 0.5, 1, 1.5], y: [0, 0.5, 1, 0.5] });
  });
});

describe('digit grid', () => {
  test('sets the images in rows, four pixels apart', () => {
    const rows = inkRows(digitGridFigure(images, { title: 'Digits', columns: 2 }));
    expect(rows).toHaveLength(12);
    expect(rows[0]).toHaveLength(12);
    const inked = rows.flatMap((row, y) =>
      row.flatMap((ink, x) => (ink > 0 ? [{ x, y, ink }] : [])),
    );
    expect(inked).toEqual([
      { x: 2, y: 2, ink: 255 },
      { x: 9, y: 2, ink: 254 },
      { x: 2, y: 9, ink: 253 },
    ]);
  });

  test('draws chosen images with their captions', () => {
    const figure = digitGridFigure(images, {
      title: 'Digits',
      indices: [2, 0],
      captions: ['third', 'first'],
    });
    expect(inkRows(figure).flatMap((row) => row.filter((ink) => ink > 0))).toEqual([255, 253]);
    const annotations = figure.layout.annotations!;
    expect(annotations.map(({ text }) => text)).toEqual(['third', 'first']);
    expect(Number(annotations[0].x)).toBeLessThan(Number(annotations[1].x));
  });

  test('refuses images that are not there and captions that do not fit', () => {
    expect(() => digitGridFigure(images, { title: '', indices: [3] })).toThrow(
      'expected indices in 0..2, found 3',
    );
    expect(() => digitGridFigure(images, { title: '', captions: ['one'] })).toThrow(
      'expected a caption for each of 3 images, found 1',
    );
  });
});

describe('page', () => {
  const box = { x0: 35, y0: 20, x1: 55, y1: 40 };

  test('lays boxes and answers over the picture, in its pixels', () => {
    const { layout } = pageFigure(samplePage(), [{ box, text: '7' }], 'A page');
    expect(layout.images![0]).toMatchObject({ x: 0, y: 0, sizex: 90, sizey: 60 });
    expect(layout.shapes![0]).toMatchObject(box);
    expect(layout.annotations![0]).toMatchObject({ text: '7', x: 45, y: 20 });
    expect(layout.yaxis?.range).toEqual([60, 0]);
  });

  test('draws what is doubtful otherwise, and no text where none is given', () => {
    const { layout } = pageFigure(samplePage(), [{ box }, { box, isDoubtful: true }], 'A page');
    expect(layout.annotations).toEqual([]);
    const [sure, doubtful] = layout.shapes!;
    expect(sure.line?.dash).toBe('solid');
    expect(doubtful.line?.dash).toBe('dot');
    expect(doubtful.line?.color).not.toBe(sure.line?.color);
  });

  test('holds the picture in itself, no larger than it is shown', async () => {
    const [width, height] = [1400, 20];
    const large = { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) };
    const url = pageFigure(large, [], 'A page').layout.images![0].source!;
    expect(url.slice(0, 22)).toBe('data:image/png;base64,');
    const shown = await decodePicture(Buffer.from(url.slice(22), 'base64'));
    expect([shown.width, shown.height]).toEqual([700, 10]);
  });
});

describe('sweep', () => {
  const named = (figure: Figure, name: string): Record<string, unknown>[] =>
    traces(figure).filter((trace) => trace.name === name);

  test('has a panel for each setting that varies, with the error of every training', () => {
    const figure = sweepFigure(sweep);
    expect([figure.layout.xaxis?.title?.text, figure.layout.xaxis2?.title?.text]).toEqual([
      'learningRate',
      'batchSize',
    ]);
    expect(figure.layout.xaxis3).toBeUndefined();
    const [rates, batches] = named(figure, 'a training');
    expect(rates).toMatchObject({ xaxis: 'x', yaxis: 'y', showlegend: true });
    expect(batches).toMatchObject({ xaxis: 'x2', yaxis: 'y2', showlegend: false });
    expect(rates.x).toEqual([0.001, 0.001, 0.01, 0.1, 0.1, 0.001, 0.001, 0.01]);
    expect((rates.y as number[])[0]).toBeCloseTo(0.02 + 0.00064 + 0.0001, 5);
  });

  test('marks the best combination, and puts what has failed at the top', () => {
    const figure = sweepFigure(sweep);
    const [best] = named(figure, 'best combination');
    expect(best.x).toEqual([0.01, 0.01]);
    const [failed] = named(figure, 'failed');
    expect(failed.x).toEqual([0.1, 0.1]);
    for (const error of failed.y as number[]) expect(error).toBeGreaterThan(0.9);
    expect((failed.text as string[])[0]).toMatch(/learningRate 0.1<br>.*seed 2<br>found NaN$/);
  });

  test('joins the medians in the order of the values', () => {
    const results = sweepResults(
      { preset: 'quick', seeds: [1, 2, 3], values: { epochs: [3, 1] } },
      ({ seed, hyperparameters: { epochs } }) => [0.1, 0.2, 0.9][seed - 1] / epochs,
    );
    const [medians] = named(sweepFigure(results), 'median');
    expect(medians.x).toEqual([1, 3]);
    const [first, last] = medians.y as number[];
    expect([first, last * 3]).toEqual([expect.closeTo(0.2), expect.closeTo(0.2)]);
  });

  test('joins no dots that differ in other settings, too', () => {
    const results = sweepResults(
      {
        preset: 'quick',
        random: { count: 9, seed: 1 },
        values: { learningRate: { from: 0.001, to: 0.1 }, batchSize: [64, 128] },
      },
      () => 0.01,
    );
    expect(named(sweepFigure(results), 'median').map(({ xaxis }) => xaxis)).toEqual(['x2']);
  });

  test.each([
    [[0.001, 0.003, 0.01], 'log'],
    [[64, 128, 256], 'log'],
    [[8, 16, 24], undefined],
    [[0, 6, 12], undefined],
  ])('lays %j on an axis of the type %s', (rates, type) => {
    const results = sweepResults(
      { preset: 'quick', values: { 'augmentation.affine.rotation': rates } },
      () => 0.01,
    );
    const { layout } = sweepFigure(results);
    expect(layout.xaxis).toMatchObject({ tickvals: rates });
    expect(layout.xaxis?.type).toBe(type);
  });

  test('names what is no number, by its place in the list where it is long', () => {
    const values = {
      'layers.0.padding': ['valid', 'same'],
      betas: [
        [0.9, 0.99],
        [0.7, 0.9],
      ],
    };
    const figure = sweepFigure(sweepResults({ preset: 'quick', values }, () => 0.01));
    expect(figure.layout.xaxis).toMatchObject({ categoryarray: ['valid', 'same'] });
    expect(figure.layout.xaxis2).toMatchObject({ categoryarray: ['[0.9,0.99]', '[0.7,0.9]'] });
    const long = {
      'layers.0': [4, 8].map((filters) => ({ kind: 'convolution', filters, size: 5 })),
    };
    const { layout } = sweepFigure(sweepResults({ preset: 'quick', values: long }, () => 0.01));
    expect(layout.xaxis).toMatchObject({ categoryarray: ['no. 1', 'no. 2'] });
  });

  test('shows the seeds where nothing else varies, and nothing that failed alone as best', () => {
    const seeds = sweepResults({ preset: 'quick', seeds: [1, 2], values: {} }, () => 0.01);
    const figure = sweepFigure(seeds);
    expect(figure.layout.xaxis?.title?.text).toBe('seed');
    expect(traces(figure).map(({ name }) => name)).toEqual(['a training']);
    const failed = sweepResults({ preset: 'quick', values: { epochs: [1, 2] } }, () => undefined);
    expect(traces(sweepFigure(failed)).map(({ name }) => name)).toEqual(['failed']);
  });
});

describe('a comparison of runs', () => {
  const settings = { preset: 'quick', seed: 1, settings: {}, bestEpoch: 2 };
  const runOf = (name: string) => ({ name, ...settings, history });

  test('draws validation loss and accuracy, each run in its own colour and symbol', () => {
    const drawn = traces(runsFigure([runOf('a'), runOf('b')]));
    expect(drawn.map(({ name, y }) => [name, y])).toEqual([
      ['a', [0.09, 0.06]],
      ['a', [0.972, 0.981]],
      ['b', [0.09, 0.06]],
      ['b', [0.972, 0.981]],
    ]);
    const looks = drawn.map(({ line, marker }) => JSON.stringify([line, marker]));
    expect(new Set(looks).size).toBe(2);
  });

  test('is empty where there is no run', () => {
    expect(traces(runsFigure([]))).toEqual([]);
  });
});

describe('a map of digits', () => {
  const digits = {
    count: 3,
    images: new Uint8Array(3 * 784),
    labels: Uint8Array.of(4, 9, 4),
  };

  test('puts each digit at its point, larger where it is read wrong', () => {
    const figure = embeddingFigure(
      Float32Array.of(0, 1, 2, 3, 4, 5),
      digits,
      Uint8Array.of(4, 9, 9),
    );
    const [fours, nines] = [traces(figure)[4], traces(figure)[9]];
    expect(fours).toMatchObject({ x: [0, 4], y: [1, 5], text: ['4', '4'] });
    expect(nines).toMatchObject({ x: [2], y: [3] });
    const { size } = fours.textfont as { size: number[] };
    expect(size[1]).toBeGreaterThan(size[0]);
    expect((fours.customdata as string[])[1]).toMatch(/^a 4, read as 9<br>/);
  });

  test('refuses points that do not fit the digits', () => {
    expect(() => embeddingFigure(new Float32Array(4), digits, new Uint8Array(3))).toThrow(
      'expected 3 points and answers, found 2 and 3',
    );
  });
});

test('where a network looks is drawn beside the digit', () => {
  const losses = new Float32Array(784);
  losses[28 * 3 + 5] = 0.6;
  const figure = occlusionFigure(new Uint8Array(784), 7, { losses, probability: 0.9 });
  const [, map] = traces(figure);
  expect((map.z as number[][])[3][5]).toBeCloseTo(0.6, 5);
  expect(figure.layout.title?.text).toContain('7, of which it is 90.0 % sure');
});

test('a network is drawn as high as its pictures, with what each layer learns', () => {
  const { layout } = networkFigure([
    { kind: 'image', shape: [28, 28, 1], parameters: 0 },
    { kind: 'convolution', shape: [14, 14, 8], parameters: 208 },
    { kind: 'relu', shape: [14, 14, 8], parameters: 0 },
  ]);
  const heights = (layout.shapes ?? []).map(({ y0, y1 }) => Number(y1) - Number(y0));
  expect(heights[0]).toBeCloseTo(2 * heights[1], 5);
  const texts = (layout.annotations ?? []).map(({ text }) => text);
  expect(texts).toContain('<b>208</b>');
  expect(texts.filter((text) => text === '14 × 14 × 8')).toHaveLength(1);
  expect(layout.title?.text).toContain('208 numbers to learn');
});

describe('the steps of a page', () => {
  const [first, second] = ['first', 'second'].map((title) =>
    pageFigure(samplePage(), [{ box: { x0: 1, y0: 2, x1: 3, y1: 4 }, text: title }], title),
  );

  test('are joined by a slider that starts at the last', () => {
    const { layout } = stepsFigure({ one: first, two: second });
    expect(layout.title?.text).toBe('second');
    const [slider] = layout.sliders ?? [];
    expect(slider.active).toBe(1);
    const steps = slider.steps as { label: string; args: Record<string, unknown>[] }[];
    expect(steps.map(({ label }) => label)).toEqual(['one', 'two']);
    expect(steps[0].args[0]).toMatchObject({
      'title.text': 'first',
      annotations: [{ text: 'first' }],
    });
  });

  test('are at least one', () => {
    expect(() => stepsFigure({})).toThrow('expected at least one step');
  });
});

test('reliability before the calibration is drawn beside that after it', () => {
  const names = traces(reliabilityFigure(bins, bins)).map(({ name }) => name);
  expect(names).toEqual(['perfectly honest', 'before', 'after, 95 % intervals', undefined]);
});
