// Takes the screenshots in docs from the running thing; needs an installed Chromium, and `npm run setup`.
//
//   node scripts/screenshots.mjs
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const { buildSite } = require(join(root, 'dist/site/buildSite.js'));
const { serveSite } = require(join(root, 'dist/site/serveSite.js'));
const { drawingPadHtml } = require(join(root, 'dist/notebook/showDrawingPad.js'));
const { loadModel } = require(join(root, 'dist/classifier/folder/modelFolder.js'));
const { findJupyter } = require(join(root, 'build/tools/setup/jupyter.js'));
const { startEngine } = require(join(root, 'dist/engine/engine.js'));

/** Starts Jupyter Notebook in the project's folder; answers with its address. */
async function startJupyter() {
  const { command, environment } = await findJupyter(root);
  const options = ['--ServerApp.root_dir', root, '--ServerApp.port=0', '--IdentityProvider.token='];
  const server = spawn(command, ['notebook', '--no-browser', '--allow-root', ...options], {
    env: { ...process.env, ...environment },
  });
  let log = '';
  for await (const chunk of server.stderr) {
    log += chunk;
    const found = /http:\/\/(localhost|127\.0\.0\.1):[1-9]\d*\//.exec(log);
    if (found) return { address: found[0], stop: () => server.kill() };
  }
  throw new Error(`expected Jupyter to start, found: ${log}`);
}

/** The lines of a 7, a 4 and a 2 as a person draws them, in pixels of the pad. */
const drawing = [
  [
    [60, 60],
    [150, 58],
    [90, 230],
  ],
  [
    [250, 55],
    [225, 150],
    [330, 142],
  ],
  [
    [300, 90],
    [295, 235],
  ],
  [
    [420, 90],
    [450, 60],
    [490, 75],
    [485, 120],
    [415, 225],
    [510, 222],
  ],
];

async function draw(page) {
  const pad = page.locator('canvas.pad');
  await pad.scrollIntoViewIfNeeded();
  const { x, y } = await pad.boundingBox();
  for (const [first, ...rest] of drawing) {
    await page.mouse.move(x + first[0], y + first[1]);
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(x + point[0], y + point[1], { steps: 6 });
    await page.mouse.up();
  }
  await page.waitForFunction(() => document.querySelector('.line').textContent === '7 4 2');
  await page.mouse.move(0, 0);
}

const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await buildSite(folder);
  const site = await serveSite(folder, 0);
  const page = await browser.newPage({ viewport: { width: 1160, height: 900 } });
  await page.goto(site.address);
  await page.getByRole('button', { name: 'Try the sample page' }).click();
  await page.locator('.marks button').nth(8).click({ timeout: 60_000 });
  await draw(page);
  await page.screenshot({ path: join(root, 'docs/web-page.png'), fullPage: true });
  await site.stop();

  await startEngine();
  const pad = join(folder, 'pad.html');
  writeFileSync(pad, await drawingPadHtml(await loadModel(join(root, 'models/standard'))));
  await page.setViewportSize({ width: 960, height: 620 });
  await page.goto(pathToFileURL(pad).href);
  await draw(page);
  await page.screenshot({ path: join(root, 'docs/drawing-pad.png') });

  const jupyter = await startJupyter();
  await page.setViewportSize({ width: 1160, height: 900 });
  await page.goto(`${jupyter.address}notebooks/notebooks/handwritten_digit_recognition.ipynb`);
  const heading = page.locator('h2', { hasText: /^Training\W?$/ });
  await heading.waitFor({ state: 'attached' });
  // What comes into sight is drawn then, and moves what is below.
  for (let turn = 0; turn < 3; turn++) {
    await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.waitForTimeout(1500);
  }
  await page.screenshot({ path: join(root, 'docs/notebook.png') });
  jupyter.stop();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
