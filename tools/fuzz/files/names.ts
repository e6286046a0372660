import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pick, wholeBetween } from '../../../src/numbers/chance';
import { printable } from '../../../src/numbers/printable';
import { oneLine } from '../../../src/numbers/quote';
import type { Random } from '../../../src/numbers/random';
import { spreadsheetName } from '../../../src/numbers/spreadsheetName';
import { readQueueAddress } from '../../../src/processes/queueAddress';
import { doubtSheet } from '../../../src/view/doubtSheet';
import { svgOf } from '../../../src/view/gallery/drawing';
import { writeErrorGallery } from '../../../src/view/gallery/errorGallery';
import { textLine } from '../../../src/view/gallery/textLine';
import { demand, type FuzzKind } from '../fuzzKind';
import { mutateBytes } from '../mutateBytes';

const pieces = [
  ...['a', 'b.png', ' ', '-', '+1', '=1+1', '@sum', '7', '\u00e9', '漢', '🖊️'],
  ...['\u001b[2J', '\u001b]0;t\u0007', '\u009b31m', '\u0000', '\r', '\n', '\t', '\u0085', '\u007f'],
  ...['\u200f', '\u061c', '\u2028', '\u2029', '\u202e', '\u2066', '\ufeff', '\uffff', '\u{e0001}'],
  ...['<b>', '<script>', '</script>', '"', "'", '&', '&lt;', ']]>', '<!--', '../', 'x'.repeat(300)],
];

const drawText = (random: Random): string =>
  Array.from({ length: wholeBetween(random, [1, 6]) }, () => pick(random, pieces)).join('');

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Names of files and texts of labels, of people who mean it ill: whatever shows them must be whole, and show nothing else. */
export const nameKind: FuzzKind = {
  name: 'name',
  create: (random) => ({ 'name.txt': Buffer.from(drawText(random)) }),
  read: (folder) => {
    const name = readFileSync(join(folder, 'name.txt')).toString();
    for (const line of [printable(name), oneLine(name)]) {
      demand(!unsafe.test(line), `${JSON.stringify(line)} is printed`);
    }
    const json = printable(JSON.stringify({ name }));
    demand((JSON.parse(json) as { name: string }).name === name, 'another name as JSON');
    const written = spreadsheetName(name);
    demand(!/^[=+@\t\r-]/.test(written), `${JSON.stringify(written)} is a formula`);
    if (!name.includes('\0'))
      demand(resolve(written) === resolve(name), 'the name of another file');
    const failed = [{ file: name, error: name }];
    const sheet = doubtSheet({ readings: [], digitCount: 0, pictureCount: 1, failed });
    demand(sheet.split('<script').length === 2, 'a script in a sheet');
    const place = mkdtempSync(join(tmpdir(), 'fuzz-gallery-'));
    try {
      const card = { width: 300, height: 20, content: textLine(name, 14, { size: 12 }) };
      demand(svgOf(card).split('<script').length === 1, 'a script in a card');
      writeErrorGallery(place, { title: name, facts: [name] }, [card]);
      const page = readFileSync(join(place, 'index.html'), 'utf8');
      demand(page.split('<script').length === 1, 'a script in a gallery');
      demand(!unsafe.test(page.replaceAll('\n', '')), 'characters that nobody sees in a gallery');
    } finally {
      rmSync(place, { recursive: true });
    }
  },
};

const PASSWORD = 'p4ssw0rd';

const addresses = [
  `redis://user:${PASSWORD}@host:6379/0`,
  `REDISS://:${PASSWORD}@[::1]:1`,
  `redis://host?password=${PASSWORD}`,
  `redis://host/#${PASSWORD}`,
];

/** Addresses of queues: none may show its password. */
export const addressKind: FuzzKind = {
  name: 'address',
  create: (random) => ({
    'address.txt': mutateBytes(random, Buffer.from(pick(random, addresses))),
  }),
  read: (folder) => {
    const path = join(folder, 'address.txt');
    const text = readFileSync(path, 'utf8');
    let shown: string;
    try {
      ({ shown } = readQueueAddress(text));
    } catch (error) {
      if (error instanceof Error) {
        demand(!error.message.includes(PASSWORD), 'an error with the password');
        error.message = `${path}: ${error.message}`;
      }
      throw error;
    }
    // What damage has made a part of the host's name is no password any more.
    const isHost = new URL(text).hostname.includes(PASSWORD);
    demand(isHost || !shown.includes(PASSWORD), `${shown} is shown`);
    demand(!unsafe.test(shown), `${JSON.stringify(shown)} is printed`);
  },
};
