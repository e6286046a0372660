import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('what a browser loads of the page takes at most 3 MB compressed', () => {
  // Of the three kinds of WebAssembly a browser takes one; the sample page comes when it is asked for.
  const loaded = files().filter((name) => !/sample-page|wasm(-simd)?\.wasm$/.test(name));
  const bytes = loaded.map((name) => gzipSync(readFileSync(join(folder, name))).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3e6);
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
