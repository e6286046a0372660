import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/files/projectFolder';
import { cropPicture } from '../../src/picture/crop';
import { encodeJpeg } from '../../src/picture/file/encodeJpeg';
import { encodePng } from '../../src/picture/file/encodePng';
import { readPicture } from '../../src/picture/file/readPicture';
import { buildSite } from '../../src/site/buildSite';
import { serveSite, type ServedSite } from '../../src/site/serveSite';
import { launchBrowser, withoutBrowser } from './chromium';
import { drawDigits } from './drawing';

const FIRST_LINE = '3141592653';

/** What a test may wait for each thing; milliseconds. */
const PATIENCE = 300_000;

describe.skipIf(withoutBrowser)('the web page, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const photo = join(folder, 'photo.png');
  const camera = join(folder, 'camera.mjpeg');
  let site: ServedSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let requests: string[];
  let errors: string[];

  beforeAll(async () => {
    const sample = await readPicture(join(projectFolder(), 'data', 'sample-page.png'));
    // The first of four lines, so that it is read soon.
    const height = Math.round(0.29 * sample.height);
    const line = cropPicture(sample, { x0: 0, y0: 0, x1: sample.width, y1: height });
    await buildSite(join(folder, 'site'));
    writeFileSync(photo, encodePng(line, 'photo'));
    writeFileSync(camera, encodeJpeg(line, 95));
    site = await serveSite(join(folder, 'site'), 0);
    browser = await launchBrowser(
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
    );
  });

  afterAll(async () => {
    await browser.close();
    await site.stop();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    context = await browser.newContext({
      permissions: ['camera', 'clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(PATIENCE);
    page = await context.newPage();
    [requests, errors] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(site.address);
    await page.waitForSelector('body[data-ready]');
  });

  afterEach(async () => {
    expect(errors).toEqual([]);
    const elsewhere = requests.filter(
      (address) => !address.startsWith(site.address) && !/^(blob|data):/.test(address),
    );
    expect(elsewhere).toEqual([]);
    await context.close();
  });

  const text = async (): Promise<string> => {
    await page.waitForSelector('.text');
    return page.innerText('.text');
  };
  const choosePhoto = (): Promise<void> => page.setInputFiles('input[type=file]', photo);

  it('reads a picture that is chosen, without network, and asks no other server for anything', async () => {
    await context.setOffline(true);
    const before = requests.length;
    await choosePhoto();
    expect(await text()).toBe(FIRST_LINE);
    expect(requests.slice(before).filter((address) => !/^(blob|data):/.test(address))).toEqual([]);
  });

  it('shows the digit that is clicked, and keeps what is corrected in text and CSV', async () => {
    await choosePhoto();
    await text();
    await page.locator('.marks button').nth(2).click();
    expect(await page.innerText('.details')).toMatch(/^4\s+\d+ %/);
    expect(await page.innerText('.number .bars')).toMatch(
      /^3141592653\s+> 99 %|^3141592653\s+\d+ %/,
    );
    const along = await page.locator('.strip th').allInnerTexts();
    expect(along).toEqual(expect.arrayContaining(['1', '2', '3', '4', '5', '6', '9']));
    await page.fill('.details input', '9');
    expect(await text()).toBe('3191592653');
    await page.click('text=Copy text');
    await page.waitForSelector('text=text copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('3191592653');
    const savedBy = async (name: string): Promise<string[]> => {
      const download = page.waitForEvent('download');
      await page.click(`text=${name}`);
      const path = await (await download).path();
      return readFileSync(path, 'utf8').trim().split('\n');
    };
    const [, ...numbers] = await savedBy('Save CSV');
    expect(numbers).toEqual([expect.stringMatching(/^photo\.png,1,1,3191592653,3191592653,,/)]);
    const corrections = await savedBy('Save corrections');
    expect(corrections).toHaveLength(1 + FIRST_LINE.length);
    expect(corrections[3]).toMatch(/^photo\.png,,1,3,.*,4,0\.\d+,9$/);
  });

  it('can be used by keyboard alone', async () => {
    const focused = (name: string): Promise<boolean> =>
      page.evaluate((label) => document.activeElement?.textContent === label, name);
    for (let presses = 0; presses < 9 && !(await focused('Try the sample page')); presses++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    expect(await text()).toMatch(new RegExp(`^${FIRST_LINE}\n`));
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(label).toMatch(/^line 2, place 2: 7, /);
    await page.keyboard.press('1');
    expect((await text()).split('\n')[1]).toBe('2118281828');
    await page.keyboard.press('-');
    expect((await text()).split('\n')[1]).toBe('218281828');
    await page.keyboard.press('Backspace');
    expect((await text()).split('\n')[1]).toBe('2718281828');
  });

  it.each(['drop', 'paste'])('reads a picture by %s', async (way) => {
    await page.evaluate(
      ([kind, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'photo.png', { type: 'image/png' }));
        document.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: data })
            : new ClipboardEvent('paste', { clipboardData: data }),
        );
      },
      [way, readFileSync(photo).toString('base64')] as const,
    );
    expect(await text()).toBe(FIRST_LINE);
  });

  it('reads what the camera sees', async () => {
    await page.click('text=Use the camera');
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 100);
    await page.click('text=Take photo');
    expect(await text()).toBe(FIRST_LINE);
  });

  const chooseLetter = async (): Promise<void> => {
    const path = join(folder, 'letter.txt');
    writeFileSync(path, 'Dear all');
    await page.setInputFiles('input[type=file]', path);
    await page.waitForSelector('[role=alert]');
  };

  it('says what is wrong with a file that is no picture, and shows no older answer below', async () => {
    await choosePhoto();
    await text();
    await chooseLetter();
    expect(await page.innerText('[role=alert]')).toMatch(
      /^letter\.txt: expected a picture .* found text\/plain/,
    );
    expect(await page.locator('.text, .frame').count()).toBe(0);
    await choosePhoto();
    await text();
    expect(await page.isVisible('[role=alert]')).toBe(false);
  });

  it('goes on reading a picture where the next is none, or its photo is not taken', async () => {
    await choosePhoto();
    await page.waitForSelector('.frame');
    await chooseLetter();
    await page.click('text=Use the camera');
    await page.click('text=Cancel');
    expect(await text()).toBe(FIRST_LINE);
    expect(await page.innerText('.status')).toMatch(/^photo\.png: 1 number,/);
  });

  const without = (path: string) => (route: Route) =>
    route.request().url().endsWith(path) ? route.fulfill({ status: 404 }) : route.continue();

  it.each<[string, (route: Route) => Promise<void>, RegExp]>([
    [
      'its worker is missing',
      without('/worker.js'),
      /^the page's worker: .* worker\.js does not load/,
    ],
    ['a network is missing', without('/lines.bin'), /^models\/reader\/lines\.bin: .* status 404/],
    [
      'the server does not answer any more',
      (route) => (route.request().url().includes('/models/') ? route.abort() : route.continue()),
      /^models\/.*: expected an answer from the server of this page/,
    ],
    [
      'it may not start a worker',
      async (route) => {
        const headers = {
          'content-type': 'text/html',
          'content-security-policy': "worker-src 'none'",
        };
        if (route.request().url() !== site.address) return route.continue();
        return route.fulfill({ response: await route.fetch(), headers });
      },
      /^the page's worker: expected it to run/,
    ],
  ])('says so where %s', async (_, answer, message) => {
    const other = await context.newPage();
    await other.route('**', answer);
    await other.goto(site.address);
    await other.waitForSelector('#loading.error');
    expect(await other.innerText('#loading')).toMatch(message);
    // Whoever asks for more is told, too.
    await other.setInputFiles('input[type=file]', photo);
    await other.waitForSelector('[role=alert]');
  });

  it('says so where scripts are turned off', async () => {
    const other = await browser.newPage({ javaScriptEnabled: false });
    await other.goto(site.address);
    expect(await other.innerText('body')).toMatch(/JavaScript/);
    expect(await other.innerText('body')).not.toMatch(/Loading/);
    await other.close();
  });

  it('reads digits while they are drawn', async () => {
    await drawDigits(page, page, ['7', '4', '1']);
    await page.waitForFunction(
      () => document.querySelector('.line')?.textContent.replaceAll(' ', '') === '741',
    );
    expect(await page.locator('.card').count()).toBe(3);
    await page.click('text=Undo');
    await page.waitForFunction(
      () => document.querySelector('.line')?.textContent.replaceAll(' ', '') === '74',
    );
    await page.click('text=Clear');
    await page.waitForFunction(() => document.querySelector('.line')?.textContent === '');
  });

  it('draws with one finger alone, and takes a tap for no digit', async () => {
    const paths = await page.evaluate(async () => {
      const pad = document.querySelector<HTMLCanvasElement>('canvas.pad')!;
      pad.setPointerCapture = () => undefined;
      const { left, top } = pad.getBoundingClientRect();
      const touch = (kind: string, pointerId: number, x: number, y: number): void => {
        const place = { clientX: left + x, clientY: top + y };
        const more = { pointerType: 'touch', button: 0, bubbles: true };
        pad.dispatchEvent(new PointerEvent(kind, { pointerId, ...place, ...more }));
      };
      touch('pointerdown', 1, 40, 40);
      touch('pointerdown', 2, 300, 40);
      touch('pointermove', 2, 300, 160);
      touch('pointerup', 2, 300, 160);
      for (let y = 50; y <= 160; y += 10) touch('pointermove', 1, 40, y);
      touch('pointerup', 1, 40, 160);
      touch('pointerdown', 3, 140, 155);
      touch('pointerup', 3, 140, 155);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const ink = pad.getContext('2d')!.getImageData(0, 0, pad.width, pad.height).data;
      const scale = pad.width / pad.clientWidth;
      return [40, 300].map(
        (x) => ink[4 * (Math.round(100 * scale) * pad.width + Math.round(x * scale)) + 3] > 0,
      );
    });
    expect(paths).toEqual([true, false]);
    await page.waitForSelector('.card');
    expect(await page.locator('.card').count()).toBe(1);
  });

  it('reads digits that are drawn by keyboard', async () => {
    await page.focus('canvas.pad');
    await page.keyboard.press('Space');
    for (let step = 0; step < 14; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.querySelector('.line')?.textContent === '1');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.line')?.textContent === '');
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await drawDigits(page, page, ['7']);
    await choosePhoto();
    await text();
    await page.locator('.marks button').nth(2).click();
    await page.waitForSelector('.card');
    const axe = createRequire(import.meta.url).resolve('axe-core');
    const found = await page.evaluate(`${readFileSync(axe, 'utf8')}; axe.run()`);
    const { violations } = found as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    };
    const told = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html}`);
    expect(told).toEqual([]);
  });
});
