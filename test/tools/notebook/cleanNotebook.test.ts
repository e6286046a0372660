import { join } from 'node:path';
import { JSDOM, type DOMWindow } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi, type Mock } from 'vitest';
import { learningRateFigure } from '../../../src/view/figures/learningRateFigure';
import { interactiveView } from '../../../src/notebook/interactiveView';
import { liveFigure } from '../../../src/notebook/liveFigure';
import { showFigure } from '../../../src/notebook/showFigure';
import { plotlyPath } from '../../../src/view/render/plotlyScript';
import type * as RenderSvg from '../../../src/view/render/renderSvg';

interface Shown {
  readonly display: number;
  readonly type: string;
  readonly content: string | Uint8Array;
}

// What a notebook's kernel is: it takes what is displayed.
const kernel = vi.hoisted(() => ({
  isRunning: true,
  displays: 0,
  shown: [] as { display: number; type: string; content: string | Uint8Array }[],
}));

// Lets a test hold the next drawing up.
const drawing = vi.hoisted(() => ({ wait: Promise.resolve() }));

vi.mock('../../../src/view/render/renderSvg', async (importOriginal) => {
  const original = await importOriginal<typeof RenderSvg>();
  return {
    ...original,
    renderSvg: async (...parameters: Parameters<typeof original.renderSvg>) => {
      const { wait } = drawing;
      drawing.wait = Promise.resolve();
      await wait;
      return original.renderSvg(...parameters);
    },
  };
});

vi.mock('tslab', () => ({
  newDisplay: () => {
    const display = kernel.displays++;
    const raw = (type: string, content: string | Uint8Array): void => {
      if (!kernel.isRunning) throw new Error('Not ready');
      kernel.shown.push({ display, type, content });
    };
    return {
      raw,
      html: (content: string) => {
        raw('text/html', content);
      },
      svg: (content: string) => {
        raw('image/svg+xml', content);
      },
    };
  },
}));

/** What is in each place of the output at last. */
function output(): Shown[] {
  return [...new Map(kernel.shown.map((shown) => [shown.display, shown])).values()];
}

const figure = learningRateFigure([0.001, 0.01], 2);
const other = learningRateFigure([0.01, 0.001], 2);

beforeEach(() => {
  Object.assign(kernel, { isRunning: true, displays: 0, shown: [] });
});

describe('showing a figure', () => {
  test('puts a picture to keep before the interactive view', async () => {
    await showFigure(figure);
    expect(output().map(({ display, type }) => [display, type])).toEqual([
      [0, 'image/png'],
      [1, 'text/html'],
    ]);
    expect(output()[1].content).toBe(interactiveView(figure));
  });

  test('fails outside a notebook, and says what works there', async () => {
    kernel.isRunning = false;
    await expect(showFigure(figure)).rejects.toThrow('Write them to files with exportFigure');
  });
});

describe('a live figure', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('is drawn at once and ends like any other figure', async () => {
    const live = await liveFigure(figure);
    expect(output().map(({ type }) => type)).toEqual(['image/svg+xml', 'text/html']);
    await live.update(other);
    await live.finish(figure);
    expect(output().map(({ display, type }) => [display, type])).toEqual([
      [0, 'image/png'],
      [1, 'text/html'],
    ]);
  });

  test('takes no more than a twentieth of the time', async () => {
    let now = 0;
    const live = await liveFigure(figure);
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const drawings = (): number =>
      kernel.shown.filter(({ type }) => type === 'image/svg+xml').length - 1;
    // Each drawing takes 100 ms.
    const update = async (): Promise<void> => {
      const drawing = live.update(other);
      now += 100;
      await drawing;
    };
    await update();
    expect(drawings()).toBe(1);
    now = 1900;
    await update();
    expect(drawings()).toBe(1);
    now = 2000;
    await update();
    expect(drawings()).toBe(2);
  });

  test('draws one update at a time, and the last state last', async () => {
    const live = await liveFigure(figure);
    let goOn = (): void => undefined;
    drawing.wait = new Promise((resolve) => (goOn = resolve));
    const updates = [live.update(other), live.update(other)];
    const finished = live.finish(figure);
    setTimeout(goOn, 500);
    await Promise.all([...updates, finished]);
    const types = kernel.shown.filter(({ display }) => display === 0).map(({ type }) => type);
    expect(types).toEqual(['text/html', 'image/svg+xml', 'image/svg+xml', 'image/png']);
  });
});

describe('the interactive view', () => {
  /** A page of Jupyter with a picture and, after it, the view; plotly only notes what it is to draw. */
  function openPage(html: string): { document: Document; newPlot: Mock; window: DOMWindow } {
    const newPlot = vi.fn(() => Promise.resolve());
    const { window } = new JSDOM(
      `<div class="jp-OutputArea-child" id="picture"><img></div><div class="jp-OutputArea-child">${html}</div>`,
      {
        runScripts: 'dangerously',
        beforeParse: (opened) => Object.assign(opened, { Plotly: { newPlot } }),
      },
    );
    return { document: window.document, newPlot, window };
  }

  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  test('refers to plotly by its path from the notebook and does not hold it', () => {
    const project = join(plotlyPath, '..', '..', '..');
    const html = interactiveView(figure, join(project, 'notebooks'));
    expect(html).toContain('src="../node_modules/plotly.js-dist/plotly.js"');
    expect(html.length).toBeLessThan(5000);
    expect(html).not.toMatch(/https?:/);
  });

  test('leaves the picture alone where no server serves plotly', async () => {
    const { document, newPlot } = openPage(interactiveView(figure));
    await settled();
    expect(newPlot).not.toHaveBeenCalled();
    expect(document.querySelector('img')!.getAttribute('width')).toBe('700');
    expect(document.getElementById('picture')!.style.display).toBe('');
  });

  test('takes the picture’s place once Jupyter has given plotly an address', async () => {
    const { document, newPlot, window } = openPage(interactiveView(figure));
    document.querySelector('script')!.setAttribute('src', 'http://localhost/files/plotly.js');
    await settled();
    const loader = document.head.querySelector('script')!;
    expect(loader.src).toBe('http://localhost/files/plotly.js');
    expect(newPlot).not.toHaveBeenCalled();
    loader.dispatchEvent(new window.Event('load'));
    await settled();
    expect(newPlot.mock.calls).toMatchObject([
      [{}, [{ y: [0.001, 0.01] }], { height: 300 }, { responsive: true }],
    ]);
    // As wide as its place, up to the width that it was made for.
    expect(newPlot.mock.calls[0]).not.toHaveProperty('2.width');
    expect(newPlot.mock.calls[0]).toHaveProperty('0.style.maxWidth', '700px');
    expect(document.getElementById('picture')!.style.display).toBe('none');
  });

  test('cannot be left by what a figure says', () => {
    const html = interactiveView(learningRateFigure([1], 1));
    const title = { text: '</script><b>' };
    const odd = interactiveView({ data: [], layout: { title } });
    expect(odd.match(/<\/script>/g)).toHaveLength(html.match(/<\/script>/g)!.length);
  });
});
