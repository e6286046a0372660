import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodePicture } from '../../src/picture/file/readPicture';
import { exportFigure } from '../../src/view/exportFigure';
import type { Figure } from '../../src/view/figure';
import { classBalanceFigure } from '../../src/view/figures/classBalanceFigure';
import { comparisonFigure } from '../../src/view/figures/comparisonFigure';
import { confusionMatrixFigure } from '../../src/view/figures/confusionMatrixFigure';
import { coverageFigure } from '../../src/view/figures/coverageFigure';
import { digitGridFigure } from '../../src/view/figures/digitGridFigure';
import { growthFigure } from '../../src/view/figures/growthFigure';
import { learningRateFigure } from '../../src/view/figures/learningRateFigure';
import { pageFigure } from '../../src/view/figures/pageFigure';
import { reliabilityFigure } from '../../src/view/figures/reliabilityFigure';
import { sweepFigure } from '../../src/view/figures/sweepFigure';
import { trainingHistoryFigure } from '../../src/view/figures/trainingHistoryFigure';
import { readPlotlyScript } from '../../src/view/render/plotlyScript';
import { renderPng } from '../../src/view/render/renderPng';
import { figureSize, renderSvg } from '../../src/view/render/renderSvg';
import { textBounds } from '../../src/view/render/textBoxes';
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

const tenCounts = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949];
const tenThousands = {
  labels: Uint8Array.from(
    tenCounts.flatMap((count, digit) => new Array<number>(count).fill(digit)),
  ),
};
const figures: Record<string, Figure> = {
  'training history': trainingHistoryFigure(history),
  'training that has not begun': trainingHistoryFigure([], 12),
  'training that runs': trainingHistoryFigure(history, 4, progress),
  'class balance': classBalanceFigure({ training: tenThousands }),
  'class balance of several sets': classBalanceFigure({
    training: tenThousands,
    validation: tenThousands,
    test: tenThousands,
  }),
  'confusion matrix': confusionMatrixFigure(
    tenCounts.map((count, row) =>
      tenCounts.map((_, column) => (row === column ? count : (row * column) % 13)),
    ),
  ),
  'reliability diagram': reliabilityFigure(bins),
  'coverage curve': coverageFigure(coverage),
  'coverage curve of equal confidences': coverageFigure(coverage.slice(0, 1)),
  'learning rate': learningRateFigure([0.001, 0.01, 0.002], 3),
  comparison: comparisonFigure('Three ways', [barPanel('time (s)')]),
  'comparison of two quantities': comparisonFigure('Three ways', [
    barPanel('time (s)'),
    barPanel('peak memory (MB)'),
  ]),
  growth: growthFigure('Growth', 'megapixels', [
    growthPanel('time (s)'),
    growthPanel('peak memory (MB)'),
  ]),
  'digit grid': digitGridFigure(images, {
    title: 'Digits',
    captions: ['7', '4 read as 9<br>99.9 % sure', '0'],
    columns: 6,
  }),
  sweep: sweepFigure(sweep),
  'sweep over many settings': sweepFigure(
    sweepResults(
      {
        preset: 'standard',
        random: { count: 30, seed: 1 },
        values: {
          learningRate: { from: 0.001, to: 0.03, scale: 'logarithmic' },
          batchSize: [64, 128, 256],
          'augmentation.coarse.stretchedShare': { from: 0, to: 1 },
          'layers.0.filters': { from: 16, to: 48 },
          'layers.0.padding': ['valid', 'same'],
        },
      },
      ({ hyperparameters }) => 0.01 + hyperparameters.learningRate / 4,
    ),
  ),
  page: pageFigure(
    samplePage(),
    [{ box: { x0: 35, y0: 20, x1: 55, y1: 40 }, text: '7' }],
    'A page',
  ),
};

function textsOf(svg: string): Element[] {
  return [...new JSDOM(svg).window.document.querySelectorAll('svg text')];
}

describe.each(Object.entries(figures))('%s', (_, figure) => {
  let svg: string;
  beforeAll(async () => {
    svg = await renderSvg(figure);
  });

  test('no text is cut off, none lies on another', () => {
    const { width, height } = figureSize(figure);
    const boxes = textsOf(svg).map((text) => ({
      text: text.textContent,
      ...textBounds(text, null),
    }));
    expect(boxes.length).toBeGreaterThan(0);
    const cutOff = boxes.filter(
      ({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
    );
    expect(cutOff).toEqual([]);
    const overlapping = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => [a.text, b.text]),
    );
    expect(overlapping).toEqual([]);
  });

  test('needs nothing from elsewhere', () => {
    const links = [...svg.matchAll(/(?:href|src)="([^"]{0,20})|url\(["']?([^)]{0,20})/g)].map(
      ([, link, url]) => link || url,
    );
    expect(links.filter((link) => !/^(#|data:image\/)/.test(link))).toEqual([]);
  });
});

test('titles, ticks, legends and numbers are drawn', async () => {
  const texts = async (figure: Figure): Promise<string[]> =>
    textsOf(await renderSvg(figure)).map(({ textContent }) => textContent);
  expect(await texts(figures['training history'])).toEqual(
    expect.arrayContaining([
      'Loss and accuracy by epoch',
      'epoch',
      'loss (nats)',
      'accuracy',
      'training',
      'validation',
      '0.2',
      '96.0%',
    ]),
  );
  const confusionTexts = await texts(confusionMatrixFigure(confusion));
  const counts = ['980', '1,135', '1,030', '1', '2'];
  expect(confusionTexts).toEqual(expect.arrayContaining(counts));
  // Three numbers on either axis, two titles, one of the figure, and the five cells that are not empty.
  expect(confusionTexts).toHaveLength(3 + 3 + 2 + 1 + counts.length);
  expect(await texts(figures['class balance'])).toContain('6,742');
});

test('drawing leaves the figure as it was', async () => {
  const figure = digitGridFigure(images, { title: 'Digits' });
  const before = JSON.stringify(figure);
  await renderSvg(figure);
  expect(JSON.stringify(figure)).toBe(before);
});

test('a picture has twice the size of the figure, or of the size asked for', async () => {
  const figure = learningRateFigure([1, 2], 1);
  const picture = await decodePicture(await renderPng(figure));
  expect([picture.width, picture.height]).toEqual([1400, 600]);
  const small = await decodePicture(await renderPng(figure, { width: 400, height: 250 }));
  expect([small.width, small.height]).toEqual([800, 500]);
  // The curve, in the theme's blue.
  const blue = picture.data.filter(
    (red, at) => at % 4 === 0 && red === 0 && picture.data[at + 1] === 0x72,
  );
  expect(blue.length).toBeGreaterThan(1000);
});

test('the cells of a heat map have hard edges', async () => {
  const counts = [
    [8, 2],
    [4, 8],
  ];
  const { width, data } = await decodePicture(await renderPng(confusionMatrixFigure(counts)));
  // Across the upper cells, above their numbers.
  const y = 200;
  const colors = new Set<string>();
  for (let x = 0; x < width; x++) {
    colors.add(data.slice((y * width + x) * 4, (y * width + x) * 4 + 3).join());
  }
  // Paper, eight of eight right answers, two of four mistakes; one more where the paper ends.
  expect(colors).toContain('255,255,255');
  expect(colors).toContain('0,88,138');
  expect(colors).toContain('240,181,140');
  expect(colors.size).toBeLessThanOrEqual(4);
});

describe('export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('writes three files into a folder that it makes, and nothing else', async () => {
    const base = join(folder, 'deep', 'rate');
    const paths = await exportFigure(figures['learning rate'], base);
    expect(paths).toEqual([`${base}.svg`, `${base}.png`, `${base}.html`]);
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['rate.html', 'rate.png', 'rate.svg']);
    expect(readFileSync(paths[0], 'utf8')).toMatch(/^<svg[^>]*>.*<\/svg>$/s);
    expect([...readFileSync(paths[1]).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  test('writes a page that holds plotly and loads nothing', async () => {
    const figure = pageFigure(samplePage(), [], 'A page </script> & <b>more</b>');
    const [path] = await exportFigure(figure, join(folder, 'page'), ['html']);
    const html = readFileSync(path, 'utf8');
    const plotly = await readPlotlyScript();
    expect(plotly).not.toContain('</script');
    expect(html).toContain(plotly);
    const rest = html.replace(plotly, () => '');
    expect(rest).not.toMatch(/https?:|\ssrc=|<link/);
    expect(rest.match(/<\/script>/g)).toHaveLength(2);
    expect(rest).toContain('<title>A page &lt;/script> &amp; &lt;b>more&lt;/b></title>');
  });

  test('leaves a file whole that it cannot replace', async () => {
    const base = join(folder, 'kept');
    writeFileSync(`${base}.svg`, 'old');
    const broken = {
      data: [],
      get layout(): never {
        throw new Error('no layout');
      },
    };
    await expect(exportFigure(broken, base, ['svg'])).rejects.toThrow('no layout');
    expect(readFileSync(`${base}.svg`, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept.svg']);
  });
});
