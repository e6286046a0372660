import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/files/projectFolder';
import type { NotebookFile } from '../../tools/notebook/cleanNotebook';
import { joinLines } from '../../tools/notebook/joinLines';
import { NOTEBOOK } from '../../tools/notebook/readNotebook';
import { findJupyter } from '../../tools/setup/jupyter';
import { launchBrowser, withoutBrowser } from './chromium';
import { setDeadline } from './deadline';
import { drawDigits } from './drawing';
import { startJupyter, type JupyterServer } from './jupyter';

const root = projectFolder();
const jupyter = await findJupyter(root);
const notebook = 'notebooks/browser-test.ipynb';
const results = 'out/browser-test';

/** What one test may wait for in all: more than it takes on a busy machine; milliseconds. */
const PATIENCE = 600_000;

/** Cells that run or wait. */
const waiting = (page: Page): Promise<number> =>
  page.locator('.jp-InputArea-prompt', { hasText: '[*]' }).count();

/** Where the page keeps the titles that it has shown. */
type Recording = Window & { shownTitles?: string[] };

/** Keeps every title of the chart that a training draws from now on: whoever looks now and then may miss some. */
async function recordTitles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const titles: string[] = ((window as Recording).shownTitles = []);
    let shown = '';
    const record = (): void => {
      for (const { src } of document.querySelectorAll<HTMLImageElement>('.jp-RenderedSVG img')) {
        if (src === shown) continue;
        const title = /Epoch \d[^<]*/.exec(decodeURIComponent(src))?.[0];
        if (title === undefined) continue;
        shown = src;
        titles.push(title);
      }
    };
    const changes = { subtree: true, childList: true, attributeFilter: ['src'] };
    new MutationObserver(record).observe(document.body, changes);
  });
}

/** The titles that the chart has shown since they were asked for last. */
const takeTitles = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as Recording).shownTitles!.splice(0));

/** The epoch that a title of the chart names. */
const epochOf = (title: string): number => Number(/\d+/.exec(title)![0]);

/** What cells have printed because something was wrong. */
const errorsIn = (page: Page): Promise<string[]> =>
  page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').allTextContents();

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  // Behind its name stands its key.
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
}

async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.click('[data-command="docmanager:save"]');
  expect((await saved).ok()).toBe(true);
}

/** What the pad reads after a 7 and a 4 were drawn on it, where that is a line of two digits at last. */
async function drawOnPad(page: Page): Promise<string> {
  const element = page.locator('iframe[title="A pad to draw digits on"]').last();
  await element.evaluate((frame) => {
    frame.scrollIntoView({ block: 'start' });
  });
  const frame = (await (await element.elementHandle()).contentFrame())!;
  await frame.waitForSelector('canvas.pad', { state: 'attached' });
  // Figures that are drawn late move the pad away from under the pen: then it is drawn again.
  for (let attempt = 1; attempt < 5; attempt++) {
    await drawDigits(page, frame, ['7', '4']);
    const isRead = await frame
      .waitForFunction(() => document.querySelector('.line')!.textContent.length >= 3, undefined, {
        timeout: 20_000,
      })
      .then(
        () => true,
        () => false,
      );
    if (isRead) break;
    await frame.getByRole('button', { name: 'Clear' }).click();
  }
  return (await frame.textContent('.line'))!;
}

type Cell = NotebookFile['cells'][number];

const committed = JSON.parse(
  readFileSync(join(root, 'notebooks', NOTEBOOK), 'utf8'),
) as NotebookFile;

const codeCell = (id: string, source: string): Cell => ({
  ...{ cell_type: 'code', id, metadata: {}, execution_count: null, outputs: [] },
  source,
});

/** Writes the project's notebook with other cells where the tests open it. */
function writeNotebook(cells: readonly Cell[]): void {
  writeFileSync(join(root, notebook), JSON.stringify({ ...committed, cells }));
}

/** Replaces a text that stands in one cell alone. */
function replaceOnce(cells: Cell[], text: string, by: string): void {
  const found = [...cells.keys()].filter((at) => joinLines(cells[at].source).includes(text));
  expect(found).toHaveLength(1);
  const [at] = found;
  cells[at] = { ...cells[at], source: joinLines(cells[at].source).replace(text, by) };
}

// The runner would not say what never came: it has more patience.
const options = { timeout: PATIENCE + 60_000 };

describe.skipIf(withoutBrowser || !jupyter)('the notebook, in Chromium', options, () => {
  let browser: Browser;
  let server: JupyterServer | undefined;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterEach(async () => {
    await page.close();
    await server?.stop();
    rmSync(join(root, notebook), { force: true });
    rmSync(join(root, results), { recursive: true, force: true });
  });

  afterAll(() => browser.close());

  it('runs in Notebook 7: the chart grows, an interrupted training goes on, every figure is drawn', async () => {
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    const until = setDeadline(page, PATIENCE);
    // So many epochs that none is too fast to be interrupted in time, of so few digits that they are over soon.
    const cells = [...committed.cells];
    replaceOnce(
      cells,
      'splitTraining(mnist.train)',
      'splitTraining({ ...mnist.train, count: 8000 }, 2000)',
    );
    // Whatever the interrupt does to the pad must not stay.
    const training = cells.findIndex(({ source }) => joinLines(source).includes('trainWithChart'));
    cells.splice(training, 0, codeCell('early-pad', 'await digits.showDrawingPad(network);'));
    // What it writes must not lie in the way of another run.
    const apart = JSON.stringify(cells).replaceAll(/(['`])\.\.\/out/g, `$1../${results}`);
    writeNotebook(JSON.parse(apart) as readonly Cell[]);
    server = await startJupyter(jupyter!, 'notebook', root, {
      DIGITS_PARAMETERS: JSON.stringify({ epochs: 20 }),
    });
    await page.goto(server.addressOf(`notebooks/${notebook}`));
    await until('a kernel', async () => (await server!.kernelStates()).join() === 'idle');
    await recordTitles(page);
    await choose(page, 'Run', 'Run All Cells');

    const titles: string[] = [];
    await until('the second epoch', async () => {
      expect(await errorsIn(page)).toEqual([]);
      titles.push(...(await takeTitles(page)));
      return titles.length > 1 && epochOf(titles.at(-1)!) > 1;
    });
    expect(titles.at(-1)).toMatch(/^Epoch \d+ of 20, learning rate 0\.0\d+, \d+ (s|min) left$/);

    await choose(page, 'Kernel', 'Interrupt Kernel');
    await until('the end of what was interrupted', async () => (await waiting(page)) === 0);
    const stopped = page.locator('.js-plotly-plot', { hasText: 'Stopped after epoch' });
    await until('the chart of what was interrupted', async () => (await stopped.count()) === 1);
    const done = Number(/epoch (\d+) of 20/.exec((await stopped.textContent())!)![1]);

    await takeTitles(page);
    await choose(page, 'Run', 'Run All Cells');
    const goesOn: string[] = [];
    await until('the end of the training that goes on', async () => {
      expect(await errorsIn(page)).toEqual([]);
      goesOn.push(...(await takeTitles(page)));
      return goesOn.length > 0 && (await waiting(page)) === 0;
    });
    expect(epochOf(goesOn[0])).toBeGreaterThan(done);
    expect(await errorsIn(page)).toEqual([]);
    await until('every figure', async () => (await page.locator('.js-plotly-plot').count()) >= 24);
    expect(await drawOnPad(page)).toBe('7 4');
  });

  it('opened again in JupyterLab 4 without a kernel, its pad still reads', async () => {
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    const until = setDeadline(page, PATIENCE);
    const source = [
      "import * as digits from './src/index';",
      'await digits.startEngine();',
      "await digits.showDrawingPad(await digits.loadModel('../models/standard'));",
    ];
    writeNotebook([codeCell('pad', source.join('\n'))]);
    server = await startJupyter(jupyter!, 'lab', root);
    const open = async (): Promise<void> => {
      await page.goto(server!.addressOf(`lab/tree/${notebook}`));
      await page.waitForSelector('.jp-CodeCell');
      await until('a kernel', async () => (await server!.kernelStates()).join() === 'idle');
    };
    await open();
    await choose(page, 'Run', 'Run All Cells');
    const pad = page.locator('iframe[title="A pad to draw digits on"]');
    await until('the pad', async () => {
      expect(await errorsIn(page)).toEqual([]);
      return (await pad.count()) > 0 && (await waiting(page)) === 0;
    });
    await save(page);
    await open();
    await choose(page, 'Kernel', 'Shut Down Kernel');
    await until('no kernel', async () => (await server!.kernelStates()).length === 0);
    expect(await drawOnPad(page)).toBe('7 4');
  });
});
