import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderSize } from '../src/files/folderSize';
import { launchBrowser, withoutBrowser } from './browser/chromium';

const root = join(__dirname, '..');
const sample = ['3141592653', '2718281828', '1618033988', '1414213562'];

/** Somebody else's project, which has installed the packed file. */
const project = mkdtempSync(join(tmpdir(), 'digits-package-'));

const write = (name: string, content: string): string => {
  writeFileSync(join(project, name), content);
  return name;
};

const node = (...args: string[]): string[] =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' }).trim().split('\n');

/** The first script that the README shows, for a picture that is there. */
function readmeScript(): string {
  const [, script] = /```ts\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
  return script.replace('photo.jpg', 'sample-page.png');
}

describe('the package, installed from its packed file', () => {
  let packedSize = 0;

  beforeAll(() => {
    node(join(root, 'scripts', 'package.mjs'), project);
    rmSync(join(project, 'package'), { recursive: true });
    const path = join(
      project,
      readdirSync(project).find((name) => name.endsWith('.tgz'))!,
    );
    packedSize = statSync(path).size;
    write('package.json', '{ "private": true }');
    copyFileSync(join(root, 'data', 'sample-page.png'), join(project, 'sample-page.png'));
    const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', path];
    execFileSync('npm', install, { cwd: project, stdio: 'pipe' });
  });

  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it('is small, and brings no TensorFlow of its own', () => {
    expect(packedSize).toBeLessThan(4.5e6);
    expect(folderSize(join(project, 'node_modules'))).toBeLessThan(60e6);
  });

  it('reads a picture in an ES module, as the README says', () => {
    const lines = node(write('script.mjs', readmeScript()));
    expect(lines.map((line) => line.split(' ').slice(0, 2))).toEqual(
      sample.map((text) => [text, text]),
    );
    for (const line of lines) {
      const confidence = Number(line.split(' ')[2]);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('reads the bytes of a picture in CommonJS', () => {
    const script = `
      const { recognizePage, startEngine } = require('handwritten-digit-recognition');
      (async () => {
        const bytes = require('node:fs').readFileSync('sample-page.png');
        for (const { text } of (await recognizePage(bytes)).lines) console.log(text);
        console.log((await startEngine()).name);
      })();`;
    expect(node(write('script.cjs', script))).toEqual([...sample, 'wasm']);
  });

  it('has types that need nothing else', () => {
    const script = `
      import { recognizePage, type NumberReading } from 'handwritten-digit-recognition';
      export const numbers = async (path: string): Promise<readonly NumberReading[]> =>
        (await recognizePage(path, { minConfidence: 0.5 })).lines.flatMap((line) => line.numbers);`;
    const options = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: [] };
    write('script.mts', script);
    write('tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['script.mts'] }));
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler], {
      cwd: project,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '']);
  });

  const digits = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync('npx', ['digits', ...args], { cwd: project, encoding: 'utf8' });

  it('reads a picture on the command line', () => {
    const { status, stdout } = digits('recognize', 'sample-page.png');
    expect([status, stdout.trim().split('\n')]).toEqual([0, sample]);
  });

  it.skipIf(withoutBrowser)('reads a picture in Chromium', async () => {
    write(
      'index.html',
      '<!doctype html><title>-</title><script type="module" src="page.js"></script>',
    );
    write(
      'page.js',
      `import { loadPageReader, readPage } from './node_modules/handwritten-digit-recognition/dist/browser.mjs';
      const assets = new URL('node_modules/handwritten-digit-recognition/', location.href).href;
      const picture = await createImageBitmap(await (await fetch('sample-page.png')).blob());
      const height = Math.round(0.29 * picture.height);
      const context = new OffscreenCanvas(picture.width, height).getContext('2d');
      context.drawImage(picture, 0, 0);
      const pixels = context.getImageData(0, 0, picture.width, height);
      const { reading } = await readPage(pixels, await loadPageReader(assets));
      document.title = reading.lines.map(({ text }) => text).join();`,
    );
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.route('http://localhost/**', (route) =>
        route.fulfill({ path: join(project, new URL(route.request().url()).pathname) }),
      );
      await page.goto('http://localhost/index.html');
      await page.waitForFunction(() => document.title !== '-', undefined, { timeout: 500_000 });
      expect(await page.title()).toBe(sample[0]);
    } finally {
      await browser.close();
    }
  });

  it('says before it reads what else a table needs', () => {
    const { status, stdout, stderr } = digits('recognize', 'sample-page.png', '--out', 'a.csv');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('nodejs-polars is not installed. Run `npm install nodejs-polars`.');
  });
});
