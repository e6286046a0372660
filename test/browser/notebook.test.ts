import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/files/projectFolder';
import { NOTEBOOK } from '../../src/notebook/readNotebook';
import { findJupyter } from '../../src/setup/jupyter';
import { launchBrowser, withoutBrowser } from './chromium';
import { drawDigits } from './drawing';
import { startJupyter, type JupyterServer } from './jupyter';

const root = projectFolder();
const jupyter = await findJupyter(root);
const notebook = 'notebooks/browser-test.ipynb';
const results = 'out/browser-test';

/** Longer than anything here takes on a busy machine; milliseconds. */
const PATIENCE = 400_000;

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

/** What cells have printed because something was wrong. */
const errorsIn = (page: Page): Promise<string[]> =>
  page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').allTextContents();

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  // Behind its name stands its key.
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
}

/** Waits until something is so; where it never is, the error says what. */
async function until(name: string, isSo: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > PATIENCE) throw new Error(`never came: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What is read on the pad after a 7 and a 4 were drawn. */
async function drawOnPad(page: Page): Promise<string | null> {
  const element = page.locator('iframe[title="A pad to draw digits on"]');
  await element.evaluate((frame) => {
    frame.scrollIntoView({ block: 'start' });
  });
  const frame = (await (await element.elementHandle()).contentFrame())!;
  await frame.waitForSelector('canvas.pad', { state: 'attached' });
  await drawDigits(page, frame, ['7', '4']);
  await until(
    'a line of two digits on the pad',
    async () => ((await frame.textContent('.line')) ?? '').length >= 3,
  );
  return frame.textContent('.line');
}

describe.skipIf(withoutBrowser || !jupyter)('the notebook, in Chromium', () => {
  let browser: Browser;
  let server: JupyterServer | undefined;
  let page: Page;

  beforeAll(async () => {
    // What it writes must not lie in the way of another run.
    const content = readFileSync(join(root, 'notebooks', NOTEBOOK), 'utf8');
    writeFileSync(
      join(root, notebook),
      content.replaceAll("'../out", `'../${results}`).replaceAll('`../out', `\`../${results}`),
    );
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    // Where a test has failed, it still runs.
    await server?.stop();
    rmSync(join(root, notebook));
    rmSync(join(root, results), { recursive: true, force: true });
  });

  it('runs in Notebook 7: the chart grows, an interrupted training goes on, every figure is drawn', async () => {
    const parameters = { epochs: 2, seed: Date.now() % 1000 };
    server = await startJupyter(jupyter!, 'notebook', root, {
      DIGITS_PARAMETERS: JSON.stringify(parameters),
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    await page.goto(server.addressOf(`notebooks/${notebook}`));
    await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status=idle]');
    await recordTitles(page);
    await choose(page, 'Run', 'Run All Cells');

    const titles = new Set<string>();
    await until('the second epoch', async () => {
      expect(await errorsIn(page)).toEqual([]);
      for (const title of await takeTitles(page)) titles.add(title);
      return Array.from(titles).some((title) => title.startsWith('Epoch 2 of 2'));
    });
    expect(titles.size).toBeGreaterThan(3);
    expect(Array.from(titles).at(-1)).toMatch(/^Epoch 2 of 2, learning rate 0\.0\d+, \d+ s left$/);

    await choose(page, 'Kernel', 'Interrupt Kernel');
    await until('the end of what was interrupted', async () => (await waiting(page)) === 0);
    await page.waitForSelector('.js-plotly-plot :text("Stopped after epoch 1 of 2")');

    await takeTitles(page);
    await choose(page, 'Run', 'Run All Cells');
    const goesOn: string[] = [];
    await until('the end of the training that goes on', async () => {
      expect(await errorsIn(page)).toEqual([]);
      goesOn.push(...(await takeTitles(page)));
      return goesOn.length > 0 && (await waiting(page)) === 0;
    });
    expect(goesOn[0]).toMatch(/^Epoch 2 of 2/);
    expect(await errorsIn(page)).toEqual([]);
    await until('every figure', async () => (await page.locator('.js-plotly-plot').count()) >= 24);
    expect(await drawOnPad(page)).toBe('7 4');

    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.click('[data-command="docmanager:save"]');
    expect((await saved).ok()).toBe(true);
    await page.close();
    await server.stop();
  });

  it('opened again in JupyterLab 4 without a kernel, its pad still reads', async () => {
    server = await startJupyter(jupyter!, 'lab', root);
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    await page.goto(server.addressOf(`lab/tree/${notebook}`));
    await page.waitForSelector('.jp-CodeCell');
    await choose(page, 'Kernel', 'Shut Down Kernel');
    expect(await drawOnPad(page)).toBe('7 4');
    await page.close();
    await server.stop();
  });
});
