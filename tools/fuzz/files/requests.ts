import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { happens, pick } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import { serveSite, type ServedSite } from '../../../src/site/serveSite';
import { demand, WrongAnswer, type FuzzKind } from '../fuzzKind';
import { mutateBytes } from '../mutateBytes';

const [PAGE, SECRET] = ['<p>a page</p>', 'beside the page'];

const methods = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'X'];
const targets = [
  ...['/', '/', '/index.html', '/none', '/?a#b', '*', '//', '/%', '/%00', '/index.html%00.png'],
  ...['/../secret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/....//secret.txt'],
  ...['http://localhost/index.html', '/__proto__', `/${'a'.repeat(20_000)}`, '/\u00e9'],
];
const headers = [
  ...['Range: bytes=0-3', 'Range: bytes=100-50', 'Range: bytes=-', 'Range: bytes=0-,0-,0-'],
  ...['If-None-Match: *', 'If-None-Match: "', 'Expect: 100-continue', 'Upgrade: websocket'],
  ...['Content-Length: 5', 'Content-Length: -1', 'Transfer-Encoding: chunked', 'Host: elsewhere'],
  ...[`X: ${'x'.repeat(20_000)}`, 'X', ': y', 'Connection: Upgrade', 'Accept-Encoding: gzip'],
];

function createRequest(random: Random): Buffer {
  const chosen = headers.filter(() => happens(random, 0.08));
  const head = [
    `${pick(random, methods)} ${pick(random, targets)} HTTP/${pick(random, ['1.1', '1.0', '2'])}`,
    'Host: localhost',
    'Connection: close',
    ...chosen,
  ];
  const body = happens(random, 0.2) ? 'hello' : '';
  const whole = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`, 'latin1');
  return happens(random, 0.3) ? mutateBytes(random, whole) : whole;
}

/** Sends bytes to a server and ends; some hang up without waiting for the answer. */
function send(address: string, request: Uint8Array, waits: boolean): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.on('data', (part: Buffer) => parts.push(part));
    // Whoever is not understood is left.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(Buffer.concat(parts).toString('latin1'));
    });
    socket.write(request, () => {
      if (waits) socket.end();
      else socket.destroy();
    });
  });
}

async function demandPage({ address }: ServedSite): Promise<void> {
  const answer = await fetch(address);
  demand(answer.status === 200 && (await answer.text()) === PAGE, 'no page after that request');
}

/** Requests to the web server, of people who mean it ill or leave at once: it must go on, and show its folder alone. */
export const requestKind: FuzzKind = {
  name: 'request',
  create: (random) => ({ 'request.bin': createRequest(random) }),
  read: async (folder, random) => {
    const path = join(folder, 'request.bin');
    const place = mkdtempSync(join(tmpdir(), 'fuzz-site-'));
    const site = join(place, 'site');
    mkdirSync(site);
    writeFileSync(join(site, 'index.html'), PAGE);
    writeFileSync(join(place, 'secret.txt'), SECRET);
    const served = await serveSite(site, 0);
    try {
      const answer = await send(served.address, readFileSync(path), happens(random, 0.8));
      demand(!answer.includes(SECRET), 'a file beside the folder');
      await demandPage(served);
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
      if (answer !== '') demand(status >= 200 && status < 500, `the status ${status}`);
      if (status >= 200 && status < 400) return;
      throw new Error(`${path}: expected a request that is served, found status ${status}`);
    } catch (error) {
      if (error instanceof TypeError) throw new WrongAnswer(`no server: ${error.message}`);
      throw error;
    } finally {
      await served.stop();
      rmSync(place, { recursive: true });
    }
  },
};
