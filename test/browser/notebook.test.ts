import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/files/projectFolder';
import type { NotebookFile } from '../../tools/notebook/cleanNotebook';
import { joinLines } from '../../tools/notebook/joinLines';
import { NOTEBOOK } from '../../tools/notebook/readNotebook';
import { findJupyter } from '../../tools/setup/jupyter';
import { launchBrowser, withoutBrowser } from './chromium';
import { setDeadline, type Until } from './deadline';
import { drawDigits } from './drawing';
import { startJupyter, type JupyterServer } from './jupyter';

const root = projectFolder();
const jupyter = await findJupyter(root);
const notebook = 'notebooks/browser-test.ipynb';
const results = 'out/browser-test';

/** What one test may wait for in all: more than it takes on a busy machine; milliseconds. */
const PATIENCE = 600_000;

/** So many epochs that no training is over before it is interrupted, however slow the browser is. */
const ENDLESS = 900;

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

/** Chooses a command of a menu, as soon as it can be chosen. */
async function choose(page: Page, until: Until, menu: string, item: string): Promise<void> {
  await until(`${item} in the menu ${menu}`, async () => {
    await page.getByRole('menuitem', { name: menu, exact: true }).click();
    // Behind its name stands its key.
    const command = page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
    const canBeChosen = await command.isEnabled();
    if (canBeChosen) await command.click();
    // A menu that is open does not show what has changed since.
    else await page.keyboard.press('Escape');
    return canBeChosen;
  });
}

async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.click('[data-command="docmanager:save"]');
  expect((await saved).ok()).toBe(true);
}

/** Draws a 7 and a 4 on the pad until it reads them: Jupyter may move the pad or load it anew meanwhile. */
async function readFromPad(page: Page, until: Until): Promise<void> {
  const read = async (): Promise<boolean> => {
    const element = page.locator('iframe[title="A pad to draw digits on"]').last();
    await element.evaluate((frame) => {
      frame.scrollIntoView({ block: 'start' });
    });
    const frame = (await (await element.elementHandle()).contentFrame())!;
    await frame.waitForSelector('canvas.pad', { state: 'attached' });
    await frame.getByRole('button', { name: 'Clear' }).click();
    if (!(await drawDigits(page, frame, ['7', '4']))) return false;
    const answer = frame.locator('.line', { hasText: /^7 4$/ });
    await answer.waitFor({ timeout: 20_000 });
    return true;
  };
  await until('7 4 on the pad', () => read().catch(() => false));
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

  const clear = (): void => {
    rmSync(join(root, notebook), { force: true });
    rmSync(join(root, results), { recursive: true, force: true });
  };

  // What a run left that was ended must not be gone on with.
  beforeEach(() => {
    clear();
    mkdirSync(join(root, results), { recursive: true });
  });

  afterEach(async () => {
    await page.close();
    await server?.stop();
    clear();
  });

  afterAll(() => browser.close());

  it('runs in Notebook 7: the chart grows, an interrupted training goes on, every figure is drawn', async () => {
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    const until = setDeadline(page, PATIENCE);
    const cells = [...committed.cells];
    // Each run of the cells has parameters of its own.
    cells.unshift(
      codeCell(
        'given-parameters',
        "import { readFileSync } from 'node:fs';\n" +
          "process.env.DIGITS_PARAMETERS = readFileSync('../out/parameters.json', 'utf8');",
      ),
    );
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
    const runAll = async (epochs: number): Promise<void> => {
      writeFileSync(join(root, results, 'parameters.json'), JSON.stringify({ epochs }));
      await choose(page, until, 'Run', 'Run All Cells');
    };
    server = await startJupyter(jupyter!, 'notebook', root);
    await page.goto(server.addressOf(`notebooks/${notebook}`));
    await until('a kernel', async () => (await server!.kernelStates()).join() === 'idle');
    await recordTitles(page);

    await runAll(2);
    const summary = join(root, results, 'summary.json');
    await until('the end of all cells', async () => {
      expect(await errorsIn(page)).toEqual([]);
      return existsSync(summary) && (await waiting(page)) === 0;
    });
    expect(JSON.parse(readFileSync(summary, 'utf8'))).toMatchObject({ epochs: 2 });
    await until('every figure', async () => (await page.locator('.js-plotly-plot').count()) >= 24);
    await readFromPad(page, until);

    // Starts the training, waits for an epoch, interrupts it, and returns the epochs that the chart showed.
    const interruptAfter = async (epoch: number): Promise<number[]> => {
      await runAll(ENDLESS);
      const titles: string[] = [];
      await until(`an epoch after ${epoch}`, async () => {
        expect(await errorsIn(page)).toEqual([]);
        titles.push(...(await takeTitles(page)));
        return titles.length > 1 && epochOf(titles.at(-1)!) > epoch;
      });
      expect(titles.at(-1)).toMatch(
        /^Epoch \d+ of 900, learning rate 0\.0\d+(, \d+ (s|min) left)?$/,
      );
      await choose(page, until, 'Kernel', 'Interrupt Kernel');
      await until('the end of what was interrupted', async () => (await waiting(page)) === 0);
      return titles.map(epochOf);
    };
    const stoppedAfter = async (epoch: number): Promise<number> => {
      const chart = page.locator('.js-plotly-plot', { hasText: 'Stopped after epoch' });
      let stopped = 0;
      await until(`a training that stopped after epoch ${epoch}`, async () => {
        const [title = ''] = await chart.allTextContents();
        stopped = Number(/epoch (\d+) of 900/.exec(title)?.[1]);
        return stopped > epoch;
      });
      return stopped;
    };
    await takeTitles(page);
    await interruptAfter(1);
    const done = await stoppedAfter(0);
    await takeTitles(page);
    const [goesOnWith] = await interruptAfter(done + 1);
    expect(goesOnWith).toBeGreaterThan(done);
    await stoppedAfter(done);
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
    await choose(page, until, 'Run', 'Run All Cells');
    const pad = page.locator('iframe[title="A pad to draw digits on"]');
    await until('the pad', async () => {
      expect(await errorsIn(page)).toEqual([]);
      return (await pad.count()) > 0 && (await waiting(page)) === 0;
    });
    await save(page);
    await open();
    await choose(page, until, 'Kernel', 'Shut Down Kernel');
    await until('no kernel', async () => (await server!.kernelStates()).length === 0);
    await readFromPad(page, until);
  });
});
