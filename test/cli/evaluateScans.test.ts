import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePicture } from '../../src/picture/file/writePicture';
import type { ScanEvaluation } from '../../src/scoring/summarizeScores';
import { greyPicture } from '../textArt';
import { runDigits } from './runDigits';

const page = join(__dirname, '..', '..', 'data', 'sample-page.png');

/** What the reader reads on the page, the digits of it, and how many these are. */
let texts: string[];
let lines: string[];
let count: number;
/** The same with a digit that it cannot read, as there is none. */
let longer: string[];

const folder = mkdtempSync(join(tmpdir(), 'evaluate-scans-'));
const inFolder = (name: string): string => join(folder, name);

function label(
  labels: Readonly<Record<string, readonly string[]>>,
  {
    sources = {},
    texts = {},
  }: {
    readonly sources?: Readonly<Record<string, string>>;
    readonly texts?: Readonly<Record<string, readonly string[]>>;
  } = {},
): void {
  const entries = Object.entries(labels).map(([file, wanted]) => [
    file,
    { lines: wanted, text: texts[file], kind: 'page', source: sources[file] ?? 'made up' },
  ]);
  writeFileSync(inFolder('labels.json'), JSON.stringify(Object.fromEntries(entries)));
}

beforeAll(async () => {
  // Whatever a reader answers, right or wrong, is measured alike.
  const { stdout } = await runDigits(['recognize', page]);
  texts = stdout.trim().split('\n');
  lines = texts.map((text) => text.replace(/\D/g, ''));
  count = lines.join('').length;
  longer = [...lines, '7'];
  copyFileSync(page, inFolder('a.png'));
  copyFileSync(page, inFolder('b.png'));
  writeFileSync(inFolder('damaged.png'), 'no picture');
  const blank = greyPicture(60, 40, () => 220);
  writePicture(inFolder('blank.png'), blank);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the command says as JSON, as far as the tests look at it. */
type Printed = ScanEvaluation & {
  readonly medianSeconds: number;
  readonly pictures: readonly { readonly file: string; readonly mistakes: readonly object[] }[];
};

describe('digits evaluate-scans', () => {
  it('measures how a folder of labelled pictures is read, and shows what is wrong', async () => {
    label(
      { 'a.png': lines, 'b.png': longer, 'blank.png': [] },
      { texts: { 'b.png': [...texts, '7'] } },
    );
    const gallery = inFolder('gallery');
    const args = ['evaluate-scans', '--scans', folder, '--json', '--gallery', gallery];
    const { status, stdout } = await runDigits(args);
    expect(status).toBe(0);
    const printed = JSON.parse(stdout) as Printed;
    expect(printed.all).toMatchObject({ pictures: 2, digits: 2 * count + 1, errors: 1, exact: 1 });
    expect(printed).toMatchObject({
      negatives: 1,
      falseDigits: 0,
      answered: 2 * count,
      notRead: 0,
    });
    const numberCount = texts.join(' ').split(' ').length;
    expect(printed.numbers).toMatchObject({
      all: { pictures: 1, numbers: numberCount + 1, right: numberCount, surplus: 0, precision: 1 },
      negatives: 1,
      falseNumbers: 0,
    });
    expect(printed.upright).toEqual({ pictures: 2, right: 2 });
    expect(printed.medianSeconds).toBeGreaterThan(0);
    expect(printed.pictures.map(({ mistakes }) => mistakes.length)).toEqual([0, 1, 0]);
    expect(printed.pictures[1].mistakes[0]).toMatchObject({
      verdict: 'missing',
      label: 7,
      read: null,
    });

    expect(readdirSync(gallery).sort()).toEqual([
      'contact-sheet.png',
      'index.html',
      'reliability.png',
    ]);
    const html = readFileSync(join(gallery, 'index.html'), 'utf8');
    expect(html.match(/<article>/g)).toHaveLength(1);
    expect(html).toContain('b.png');
  });

  it('prints for people, goes on after a damaged picture, and fails in the end', async () => {
    label(
      { 'damaged.png': ['12'], 'b.png': longer },
      { texts: { 'damaged.png': ['1.2'], 'b.png': texts } },
    );
    const { status, stdout, stderr } = await runDigits(['evaluate-scans', '--scans', folder]);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'damaged.png: expected a PNG, JPEG, WebP, AVIF, HEIC, TIFF, BMP or GIF picture or a PDF file, found',
    );
    const digits = `${count} of ${count + 3} digits`;
    expect(stdout).toMatch(new RegExp(`^all .* % {2}\\(${digits}, 0 of 2 pictures exact\\)$`, 'm'));
    const numberCount = texts.join(' ').split(' ').length;
    expect(stdout).toContain(`% (${numberCount} of ${numberCount + 1}), mean over sources `);
    expect(stdout).toMatch(/^ +with signs +0 of 1$/m);
    expect(stdout).toContain('  numbers of the label  1.2\n  numbers read          none\n');
    expect(stdout).toMatch(/^not readable +1 pictures$/m);
    expect(stdout).toMatch(/^time +\d+\.\d\d s a picture \(median\), \d+\.\d\d s at most; /m);
    expect(stdout).toContain(
      [
        `b.png (page), digits: ${count + 1}, errors: 1`,
        `  label  ${longer.join('  ')}`,
        `  read   ${lines.join('  ')}  ·`,
      ].join('\n'),
    );
  });

  it('leaves to a person what is less sure than asked for', async () => {
    label({ 'a.png': lines });
    const { stdout } = await runDigits([
      ...['evaluate-scans', '--scans', folder],
      ...['--min-confidence', '1', '--json'],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ answered: 0, all: { errors: count } });
  });

  it('fails where a folder, its labels or a picture is missing, before anything is read', async () => {
    label({ 'a.png': lines, 'none.png': lines });
    for (const [scans, message] of [
      [inFolder('none'), 'labels.json: expected labels, found no such file; give a folder'],
      [folder, 'none.png: expected the picture that labels.json names, found no such file'],
    ]) {
      const { status, stdout, stderr } = await runDigits(['evaluate-scans', '--scans', scans]);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('    at ');
    }
  });

  it('measures the sources that are asked for alone', async () => {
    label({ 'a.png': lines, 'b.png': longer }, { sources: { 'b.png': 'another/hand' } });
    const args = ['evaluate-scans', '--scans', folder, '--json', '--sources'];
    const { status, stdout } = await runDigits([...args, 'made']);
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Printed).pictures.map(({ file }) => file)).toEqual(['a.png']);
    const wrong = await runDigits([...args, 'made', 'nobody']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('another/hand; found nobody');
  });

  it.each([
    ['no folder', [], "required option '--scans <folder>' not specified"],
    [
      'a gallery that is a file',
      ['--scans', folder, '--gallery', page],
      `--gallery: ${page} cannot be written: a file is in its place (EEXIST)`,
    ],
  ])('is used wrongly with %s', async (_, args, message) => {
    label({ 'a.png': lines });
    const { status, stdout, stderr } = await runDigits(['evaluate-scans', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
