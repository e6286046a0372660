import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildSite } from '../../src/site/buildSite';
import { serveSite, type ServedSite } from '../../src/site/serveSite';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let site: ServedSite;

beforeAll(async () => {
  await buildSite(folder);
  site = await serveSite(folder, 0);
});

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

const files = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

it('what a browser loads of the page takes at most 4.5 MB compressed', () => {
  // Of the three kinds of WebAssembly a browser takes one; the sample page comes when it is asked for.
  const loaded = files().filter((name) => !/sample-page|wasm(-simd)?\.wasm$/.test(name));
  const bytes = loaded.map((name) => gzipSync(readFileSync(join(folder, name))).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4.5e6);
});

it('the page names no address outside of itself', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:/);
});

it('every file is served, with what WebAssembly needs for threads', async () => {
  for (const name of files()) {
    const response = await fetch(site.address + name.replaceAll('\\', '/'));
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(statSync(join(folder, name)).size);
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  }
  expect((await fetch(`${site.address}missing.js`)).status).toBe(404);
});

it('says with the page what it may load, and that no other may frame it', async () => {
  const page = await fetch(site.address);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toMatch(/^default-src 'none'; .*; frame-ancestors 'none'$/);
  // What no header says, the page says itself.
  expect(await page.text()).toContain(`content="${policy.replace(/; frame-ancestors.*/, '')}"`);
});

it.each(['bytes=100-50', 'bytes=0-', 'bytes=99999999-', 'x'])(
  'answers a request for the range %s with the whole file',
  async (range) => {
    const response = await fetch(`${site.address}style.css`, { headers: { range } });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(readFileSync(join(folder, 'style.css'), 'utf8'));
  },
);

it('says that a browser has the newest file', async () => {
  const first = await fetch(`${site.address}page.js`);
  const etag = first.headers.get('etag')!;
  const again = await fetch(`${site.address}page.js`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

it.each(['PUT', 'POST', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  const response = await fetch(`${site.address}style.css`, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('goes on where a file vanishes, and opens none for a client that leaves', async () => {
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  writeFileSync(join(copy, 'large.bin'), Buffer.alloc(5e6));
  const other = await serveSite(copy, 0);
  onTestFinished(other.stop);
  rmSync(copy, { recursive: true });
  for (let client = 0; client < 20; client++) {
    const leaving = new AbortController();
    const response = await fetch(`${other.address}large.bin`, { signal: leaving.signal });
    expect(response.status).toBe(200);
    leaving.abort();
  }
  const whole = await (await fetch(`${other.address}large.bin`)).arrayBuffer();
  expect(whole.byteLength).toBe(5e6);
});

it('nothing outside of the folder is served', async () => {
  const { port } = new URL(site.address);
  const status = await new Promise((resolve, reject) => {
    // fetch would take the dots out.
    request({ port, host: '127.0.0.1', path: '/../../../../etc/passwd' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(404);
});

it('other machines do not reach it', async () => {
  const { port } = new URL(site.address);
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  }
});

it('says that a port is taken', async () => {
  const port = Number(new URL(site.address).port);
  await expect(serveSite(folder, port)).rejects.toThrow(`port ${port}: expected it to be free`);
});
