import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { libraryAddress, runPackageInstaller } from '../../../tools/setup/packageInstaller';
import { fakeProgram } from './fakeProgram';
import { temporaryFolder } from '../../setup/temporaryFolder';

describe("the address of the package's library", () => {
  const file = 'cpu-linux-x86_64-2.9.1.tar.gz';
  const path = `tensorflow/libtensorflow/libtensorflow-${file}`;

  it.each([
    [{}, `https://storage.googleapis.com/${path}`],
    [{ TFJS_NODE_CDN_STORAGE: 'http://mirror/' }, `http://mirror/${path}`],
    [{ CDN_STORAGE: 'http://mirror/' }, `http://mirror/${path}`],
    [{ TFJS_NODE_CDN_STORAGE: '', CDN_STORAGE: 'http://b/' }, `http://b/${path}`],
    [{ npm_config_TFJS_NODE_BASE_URI: 'http://mirror/tf-' }, `http://mirror/tf-${file}`],
  ])('with %j is %s', (environment, address) => {
    expect(libraryAddress('linux-x64', environment)).toBe(address);
  });

  it('does not exist for a system without a library', () => {
    expect(libraryAddress('linux-x64-musl', {})).toBeUndefined();
  });
});

describe("running the package's own installer", () => {
  let server: Server | undefined;

  /** A host that answers every question with a status. */
  const listen = async (status: number): Promise<string> => {
    server = createServer((_, answer) => answer.writeHead(status).end());
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  };

  const makePackage = (script: string): string => {
    const folder = temporaryFolder();
    fakeProgram(join(folder, 'scripts', 'install.js'), script);
    mkdirSync(join(folder, 'deps', 'half-a-library'), { recursive: true });
    return folder;
  };

  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) {
      vi.stubEnv(name, '');
    }
  });
  afterEach(() => {
    server?.close();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('takes what is left of an interrupted one away first', async () => {
    vi.stubEnv('TFJS_NODE_CDN_STORAGE', await listen(200));
    const folder = makePackage("fs.mkdirSync('deps'); fs.writeFileSync('deps/' + args[1], '');");
    await runPackageInstaller(folder, 'linux-x64');
    expect(existsSync(join(folder, 'deps', 'half-a-library'))).toBe(false);
    expect(existsSync(join(folder, 'deps', 'download'))).toBe(true);
  });

  it('is refused without https', async () => {
    vi.stubEnv('TFJS_NODE_CDN_STORAGE', 'http://mirror.invalid/');
    const folder = makePackage("fs.writeFileSync('ran', '');");
    await expect(runPackageInstaller(folder, 'linux-x64')).rejects.toThrow(
      /found: an address without https/,
    );
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it('says what the host answered where it has no library', async () => {
    const host = await listen(403);
    vi.stubEnv('TFJS_NODE_CDN_STORAGE', host);
    const folder = makePackage("fs.writeFileSync('ran', '');");
    await expect(runPackageInstaller(folder, 'linux-x64')).rejects.toThrow(
      /tried: HEAD http:.*\n {2}found: 403/,
    );
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it('says what the installer said where it fails', async () => {
    vi.stubEnv('TFJS_NODE_CDN_STORAGE', await listen(200));
    const folder = makePackage("console.error('unexpected end of file'); process.exitCode = 1;");
    await expect(runPackageInstaller(folder, 'linux-x64')).rejects.toThrow(
      'unexpected end of file',
    );
  });
});
