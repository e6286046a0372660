import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createEncryptedServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mnistMirrors } from '../../src/digits/mnistFiles';
import { explainConnectionError } from '../../src/files/connectionError';
import { download } from '../../src/files/download';

const content = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251));
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answers: Answer[];
let ranges: (string | undefined)[];
let url: string;
let path: string;

const TAG = '"first"';

/** Sends the whole of some bytes, or what the range asks for where they are those that the client knows. */
const sending =
  (bytes: Buffer, etag: string): Answer =>
  ({ headers }, response) => {
    const wished = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
    const start = headers['if-range'] === etag ? wished : 0;
    if (start >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
      return;
    }
    response.writeHead(start > 0 ? 206 : 200, {
      etag,
      'content-length': bytes.length - start,
      ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    });
    response.end(bytes.subarray(start));
  };

const whole = sending(content, TAG);

/** Sends some bytes of the file, and hangs up once they have arrived. */
const broken: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': content.length, etag: TAG });
  response.write(content.subarray(0, 40_000));
  const watch = setInterval(() => {
    if (statSync(`${path}.part`, { throwIfNoEntry: false })?.size === 40_000) response.destroy();
  }, 5);
  response.once('close', () => {
    clearInterval(watch);
  });
};

const refusing =
  (status: number): Answer =>
  (_, response) => {
    response.writeHead(status).end();
  };

beforeEach(async () => {
  ranges = [];
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    (answers.shift() ?? refusing(500))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
  path = join(mkdtempSync(join(tmpdir(), 'download-')), 'folder', 'file');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const patient = { retryDelay: 1 };

describe('a download', () => {
  it('brings the file and tells how far it is', async () => {
    answers = [whole];
    const received: number[] = [];
    await download(url, path, {
      onProgress: ({ receivedBytes, totalBytes }) => {
        expect(totalBytes).toBe(content.length);
        received.push(receivedBytes);
      },
    });
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(received.at(-1)).toBe(content.length);
  });

  it('goes on where a broken transfer stopped', async () => {
    answers = [broken, whole];
    await download(url, path, patient);
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(ranges).toEqual([undefined, 'bytes=40000-']);
  });

  it('goes on with what an earlier call left', async () => {
    answers = [broken];
    await expect(download(url, path, { ...patient, retries: 0 })).rejects.toThrow(url);
    expect(existsSync(path)).toBe(false);
    answers = [whole];
    await download(url, path, patient);
    expect(ranges.at(-1)).toBe('bytes=40000-');
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('starts afresh where the server ignores the range', async () => {
    answers = [broken, (_, response) => response.end(content)];
    await download(url, path, patient);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('tries again after the errors that pass, and says what it found when they do not', async () => {
    answers = [refusing(503), refusing(429), whole];
    await download(url, path, patient);
    answers = [refusing(500), refusing(500)];
    await expect(download(url, `${path}2`, { ...patient, retries: 1 })).rejects.toThrow(
      `${url}: expected the file, found: HTTP status 500 (attempt 2)`,
    );
  });

  it('does not ask again where the server refuses', async () => {
    answers = [refusing(404), whole];
    await expect(download(url, path, patient)).rejects.toThrow('HTTP status 404 (attempt 1)');
  });

  it('gives up on a server that falls silent', async () => {
    answers = [() => undefined];
    await expect(download(url, path, { ...patient, retries: 0, patience: 100 })).rejects.toThrow(
      'no byte for 100 ms',
    );
  });

  it('never gives the name to a file that is wrong, and forgets it', async () => {
    answers = [whole, whole];
    const verify = (): void => {
      throw new Error('wrong content');
    };
    await expect(download(url, path, { verify })).rejects.toThrow('wrong content');
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });

  it('starts afresh where the file on the server has changed meanwhile', async () => {
    const changed = Buffer.from(content).reverse();
    answers = [broken, sending(changed, '"second"')];
    await download(url, path, patient);
    expect(ranges).toEqual([undefined, 'bytes=40000-']);
    expect(readFileSync(path).equals(changed)).toBe(true);
  });

  it('starts afresh where the server has no mark for its content', async () => {
    const unmarked: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 40_000), () => setTimeout(() => response.destroy(), 50));
    };
    answers = [unmarked, whole];
    await download(url, path, patient);
    expect(ranges).toEqual([undefined, undefined]);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('does not take another range than it has asked for', async () => {
    const another: Answer = (_, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-99999/100000` });
      response.end(content);
    };
    answers = [broken, another, whole];
    await download(url, path, patient);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('asks for nothing more where all has arrived but the name', async () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.part`, content);
    writeFileSync(`${path}.part.tag`, JSON.stringify(TAG));
    answers = [whole];
    await download(url, path, patient);
    expect(ranges).toEqual([`bytes=${content.length}-`]);
    expect(readdirSync(dirname(path))).toEqual(['file']);
  });

  it('waits for a server that is slow, as long as something comes', async () => {
    const slow: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': 10 });
      const drop = (left: number): void => {
        response.write('x');
        if (left > 1) setTimeout(drop, 200, left - 1);
        else response.end();
      };
      drop(10);
    };
    answers = [slow];
    await download(url, path, { ...patient, retries: 0, patience: 1500 });
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(10));
  });

  it('does not take a file that is shorter than announced', async () => {
    const wrong: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': content.length + 1 });
      response.write(content, () => setTimeout(() => response.destroy(), 50));
    };
    answers = [wrong];
    await expect(download(url, path, { ...patient, retries: 0 })).rejects.toThrow(url);
    expect(existsSync(path)).toBe(false);
  });

  it('runs once where two ask for the same file at once', async () => {
    answers = [whole, whole];
    await Promise.all([download(url, path), download(url, path)]);
    expect(ranges).toHaveLength(1);
    expect(readdirSync(dirname(path))).toEqual(['file']);
  });

  it('names the address where what comes with status 200 is no such file', async () => {
    answers = [(_, response) => response.end('<html>please log in</html>')];
    const verify = (): void => {
      throw new Error('expected a SHA-256');
    };
    await expect(download(url, path, { verify })).rejects.toThrow(
      `${url}: expected the file, found another: expected a SHA-256`,
    );
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});

const redirect =
  (location: string): Answer =>
  (_, response) => {
    response.writeHead(302, { location }).end();
  };

describe('an address', () => {
  it('leads to the file where the server sends the request on', async () => {
    answers = [redirect('/elsewhere'), whole];
    await download(url, path, patient);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('is given up where it leads in a circle, without asking again', async () => {
    answers = Array.from({ length: 20 }, () => redirect('/file'));
    await expect(download(url, path, patient)).rejects.toThrow(
      'found: more than 5 redirects, the last to http://127.0.0.1',
    );
    expect(ranges).toHaveLength(6);
  });

  it('without encryption is refused, unless the user has named it or it is this machine', async () => {
    const plain = 'http://mirror.invalid/file';
    await expect(download(plain, path, patient)).rejects.toThrow(
      `${plain}: expected the file, found: ${plain}, which is not encrypted; an address with https:// is needed`,
    );
    const once = { ...patient, retries: 0 };
    await expect(download(plain, path, { ...once, allowHttp: true })).rejects.toThrow(
      'fetch failed',
    );
    answers = [redirect(plain)];
    await expect(download(url, path, patient)).rejects.toThrow('which is not encrypted');
  });

  it('of a mirror of MNIST is encrypted', () => {
    expect(mnistMirrors.filter((mirror) => !mirror.startsWith('https://'))).toEqual([]);
  });
});

describe('an encrypted server', () => {
  const openssl = spawnSync('openssl', ['version']).status === 0;

  it.skipIf(!openssl)(
    'with a certificate of its own is refused, once, and what adds it is told (needs openssl)',
    async () => {
      const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(dirname(path), '..', name));
      spawnSync('openssl', [
        ...[
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '2',
          '-subj',
          '/CN=localhost',
        ],
        ...['-keyout', key, '-out', cert],
      ]);
      let connections = 0;
      const encrypted = createEncryptedServer(
        { key: readFileSync(key), cert: readFileSync(cert) },
        (_, response) => response.end(content),
      );
      encrypted.on('connection', () => connections++);
      await new Promise<void>((resolve) => encrypted.listen(0, '127.0.0.1', resolve));
      const address = `https://localhost:${(encrypted.address() as AddressInfo).port}/file`;
      try {
        await expect(download(address, path, patient)).rejects.toThrow(
          /a certificate that Node does not trust \(DEPTH_ZERO_SELF_SIGNED_CERT: .*NODE_EXTRA_CA_CERTS=/,
        );
        expect(connections).toBe(1);
      } finally {
        encrypted.close();
      }
    },
  );
});

describe('an error of a connection', () => {
  const failed = new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  });

  it('says what is behind it', () => {
    expect(explainConnectionError(failed, {}).message).toBe('fetch failed: connect ECONNREFUSED');
  });

  it('says that a proxy is asked', () => {
    expect(explainConnectionError(failed, { https_proxy: 'http://proxy:3128' }).message).toContain(
      'https_proxy names a proxy',
    );
  });
});

describe('a proxy', () => {
  let proxy: Server;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    proxy = createServer(({ method, url = '' }, response) => {
      asked.push(`${method} ${url}`);
      whole({ headers: {} } as IncomingMessage, response);
    });
    // What it is to open a tunnel to is this machine's own server, whatever its name.
    proxy.on('connect', ({ url: target = '' }, client: Socket) => {
      asked.push(`CONNECT ${target}`);
      const tunnel = connect(Number(new URL(url).port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        client.pipe(tunnel).pipe(client);
      });
      tunnel.on('error', () => client.destroy());
      client.on('error', () => tunnel.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'NO_PROXY', 'no_proxy']) {
      vi.stubEnv(name, undefined);
    }
    vi.stubEnv('http_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    proxy.closeAllConnections();
    proxy.close();
  });

  it('is asked for what the user may fetch without encryption', async () => {
    const plain = 'http://mirror.invalid/file';
    await download(plain, path, { ...patient, allowHttp: true });
    expect(asked).toEqual([`GET ${plain}`]);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('opens a tunnel to what is encrypted, and sees no more of it', async () => {
    const once = { ...patient, retries: 0 };
    // The server at the other end does not speak TLS.
    await expect(download('https://mirror.invalid/file', path, once)).rejects.toThrow(
      'http_proxy names a proxy',
    );
    expect(asked).toEqual(['CONNECT mirror.invalid:443']);
  });

  it('is not asked for hosts in NO_PROXY', async () => {
    vi.stubEnv('NO_PROXY', '127.0.0.1');
    answers = [whole];
    await download(url, path, patient);
    expect(asked).toEqual([]);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('of no address is refused, and what is one is told', async () => {
    vi.stubEnv('http_proxy', 'proxy:3128');
    await expect(download(url, path, patient)).rejects.toThrow(
      'found: a proxy of no use in HTTPS_PROXY or HTTP_PROXY; they name it as in http://proxy.example:3128 (attempt 1)',
    );
  });
});
