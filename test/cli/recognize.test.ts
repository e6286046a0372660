import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import pl from 'nodejs-polars';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recognizeCommand } from '../../src/cli/recognize';
import { writeDigitPictures } from '../../tools/faults/digitPictures';
import { isDoubtful } from '../../src/reader/page/doubt';
import { listReadings } from '../../src/reader/page/listReadings';
import type { Corners } from '../../src/picture/box';
import type { PageReading } from '../../src/reader/page/pageReading';
import { readPicture } from '../../src/picture/file/readPicture';
import { writePicture } from '../../src/picture/file/writePicture';
import { greyPicture } from '../textArt';
import { runDigits } from './runDigits';

const root = join(__dirname, '..', '..');
const page = join(root, 'data', 'sample-page.png');
const lines = ['3141592653', '2718281828', '1618033988', '1414213562'];

const folder = mkdtempSync(join(tmpdir(), 'recognize-'));
const inFolder = (...names: string[]): string => join(folder, ...names);

beforeAll(async () => {
  const [three, one] = await writeDigitPictures(inFolder('digits'), 2);
  mkdirSync(inFolder('pages', 'inner'), { recursive: true });
  mkdirSync(inFolder('empty'));
  mkdirSync(inFolder('folder.csv'));
  renameSync(three, inFolder('pages', 'a.PNG'));
  renameSync(one, inFolder('pages', 'inner', 'a.png'));
  writeFileSync(inFolder('pages', 'notes.txt'), 'no picture, and not looked at');
  writeFileSync(inFolder('damaged.png'), 'no picture');
  writePicture(
    inFolder('blank.png'),
    greyPicture(60, 40, () => 220),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('digits recognize', () => {
  it('prints one line of digits a line of handwriting, and nothing else', async () => {
    expect(await runDigits(['recognize', page])).toEqual({
      status: 0,
      stdout: `${lines.join('\n')}\n`,
      stderr: '',
    });
  });

  it('loads only what reading needs, for most of the time of a short reading is loading', async () => {
    const listing = inFolder('listing.cjs');
    const list = 'console.error(Object.keys(require.cache).join("\\n"))';
    writeFileSync(listing, `process.on('exit', () => ${list});`);
    const environment = { NODE_OPTIONS: `--require "${listing}"` };
    const { stderr } = await runDigits(['recognize', inFolder('blank.png')], { environment });
    const loaded = stderr.split('\n').map((path) => relative(root, path).replaceAll('\\', '/'));
    expect(loaded).toContain('dist/reader/page/readPage.js');
    const needless =
      /^dist\/(strokes|pages|training|classifier|reader\/training)|^node_modules\/(plotly|nodejs-polars)/;
    expect(loaded.filter((path) => needless.test(path))).toEqual([]);
  });

  it('names the file before each line where there are several, in folders and by globs', async () => {
    const expected = [
      `${inFolder('pages', 'a.PNG')}: 3`,
      `${inFolder('pages', 'inner', 'a.png')}: 1`,
    ];
    const ofFolder = await runDigits(['recognize', inFolder('pages')]);
    expect(ofFolder.stdout.trim().split('\n')).toEqual(expected);
    const ofGlob = await runDigits(['recognize', `${folder}/pages/**/*.{PNG,png}`]);
    expect(ofGlob.stdout.trim().split('\n')).toEqual(expected);
  });

  it('prints JSON with the pictures that were read and the errors of the others', async () => {
    const damaged = inFolder('damaged.png');
    const { status, stdout, stderr } = await runDigits(['recognize', '--json', damaged, page]);
    expect(status).toBe(1);
    const [failed, reading] = JSON.parse(stdout) as [{ error: string }, PageReading];
    expect(failed).toEqual({ file: damaged, error: failed.error });
    expect(failed.error).toContain(
      `${damaged}: expected a PNG, JPEG, WebP, AVIF, HEIC, TIFF, BMP or GIF picture or a PDF file, found`,
    );
    // A slow batch tells its progress there, too.
    expect(stderr.split('\n')).toContain(failed.error);

    expect(reading).toMatchObject({ file: page, width: 720, height: 504, turn: 0 });
    expect(reading.lines.map(({ text }) => text)).toEqual(lines);
    const [number] = reading.lines[0].numbers;
    expect(Object.keys(number)).toEqual([
      ...['text', 'value', 'confidence', 'alternatives', 'box', 'digits'],
    ]);
    expect(number).toMatchObject({ text: lines[0], value: 3141592653 });
    expect(number.digits).toEqual(reading.lines[0].digits);
    const [three] = reading.lines[0].digits;
    expect(Object.keys(three)).toEqual(['digit', 'confidence', 'box', 'alternatives']);
    expect(three.digit).toBe(3);
    expect(three.confidence).toBeGreaterThan(0.9);
    const [x0, y0, x1, y1] = three.box as unknown as Corners;
    for (const [place, expected] of [
      [x0, 79],
      [y0, 74],
      [x1, 106],
      [y1, 122],
    ]) {
      expect(Math.abs(place - expected)).toBeLessThanOrEqual(4);
    }
  });

  it('writes copies with boxes and answers, one for each picture', async () => {
    const copies = inFolder('copies', 'new');
    const { status } = await runDigits(['recognize', '--annotate', copies, inFolder('pages')]);
    expect(status).toBe(0);
    expect(readdirSync(copies)).toEqual(['a-annotated-2.png', 'a-annotated.png']);
    const [copy, original] = [
      await readPicture(join(copies, 'a-annotated.png')),
      await readPicture(inFolder('pages', 'a.PNG')),
    ];
    expect(copy).toMatchObject({ width: original.width, height: original.height });
    expect(copy.data).not.toEqual(original.data);
  });

  it('tabulates a batch in the order given, with a page of what is doubtful', async () => {
    const [damaged, blank] = [inFolder('damaged.png'), inFolder('blank.png')];
    const [table, sheet] = [inFolder('out', 'results.csv'), inFolder('sheets', 'doubtful.html')];
    const files = [page, damaged, blank];
    const { status, stdout, stderr } = await runDigits([
      ...['recognize', '--json', '--out', table, '--rows', 'digits', '--sheet', sheet],
      ...files,
    ]);
    expect(status).toBe(1);
    const [ofPage, failed, ofBlank] = JSON.parse(stdout) as [
      PageReading,
      { error: string },
      PageReading,
    ];
    const readings = listReadings(ofPage);
    const readingsOfBlank = listReadings(ofBlank);

    const read = pl.readCSV(table);
    expect(read.getColumn('file').toArray()).toEqual([
      ...readings.map(() => page),
      damaged,
      ...(readingsOfBlank.length > 0 ? readingsOfBlank : [0]).map(() => blank),
    ]);
    const rows = read.toRecords();
    const { reading } = readings[0];
    const [x0, y0, x1, y1] = reading.box as unknown as Corners;
    expect(rows[0]).toMatchObject({ line: 1, place: 1, digit: reading.digit, x0, y0, x1, y1 });
    expect(rows[readings.length]).toMatchObject({ line: null, digit: null, error: failed.error });

    const all = [...readings, ...readingsOfBlank].map((placed) => placed.reading);
    const doubtful = all.filter(isDoubtful);
    const digits = all.filter((one) => one.digit !== null || isDoubtful(one));
    const html = readFileSync(sheet, 'utf8');
    expect(html.match(/<article/g) ?? []).toHaveLength(doubtful.length);
    expect(html).toContain(`${doubtful.length} of ${digits.length} digits`);
    expect(stderr).toContain(`${sheet}: ${doubtful.length} of ${digits.length} digits`);
  });

  it('says where there is nothing to read', async () => {
    const blank = inFolder('blank.png');
    const { status, stdout, stderr } = await runDigits(['recognize', blank]);
    expect([status, stdout]).toEqual([0, '']);
    // TensorFlow may say before that it compiles a graph.
    expect(stderr.split('\n').slice(-2)).toEqual([`${blank}: no digits found`, '']);
  });

  it.each([
    ['a file that is missing', [inFolder('none.png')], 'found no such file; give the path'],
    ['a glob that matches nothing', [`${folder}/*.bmp`], 'found no such file; give the path'],
    ['a folder without pictures', [inFolder('empty')], 'found a folder; give the path'],
    ['a reader that is not there', ['--reader', 'none', page], 'expected a page reader'],
  ])('fails with %s', async (_, args, message) => {
    const { status, stdout, stderr } = await runDigits(['recognize', ...args]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    ['no path', [], 'No picture given. Name files, folders or globs.'],
    ['an unknown option', ['--colour', page], "unknown option '--colour'"],
    [
      'a folder for the copies that is a file',
      ['--annotate', page, page],
      `--annotate: ${page} cannot be written: a file is in its place (EEXIST)`,
    ],
    [
      'rows of an unknown kind',
      ['--rows', 'words', page],
      "'words' is invalid. Allowed choices are numbers, digits.",
    ],
    [
      'another decimal mark',
      ['--decimal', 'dash', page],
      "'dash' is invalid. Allowed choices are comma, point.",
    ],
    [
      'a table of an unknown kind',
      ['--out', inFolder('results.xlsx'), inFolder('none.png')],
      "'--out <file>' argument '" +
        inFolder('results.xlsx') +
        "' is invalid. expected a file ending in .csv, .parquet, .ndjson.",
    ],
    [
      'a table in the place of a folder',
      ['--out', inFolder('folder.csv'), inFolder('none.png')],
      `--out: expected the path of a file, found a folder at ${inFolder('folder.csv')}`,
    ],
    [
      'a page of doubtful digits of an unknown kind',
      ['--sheet', inFolder('sheet.pdf'), inFolder('none.png')],
      'expected a file ending in .html.',
    ],
  ])('is used wrongly with %s', async (_, args, message) => {
    const { status, stdout, stderr } = await runDigits(['recognize', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('no such file');
  });
});

it.skipIf(process.platform === 'win32')('Ctrl-C keeps what was read until then', async () => {
  const [pictures, copies] = [inFolder('many'), inFolder('interrupted')];
  await writeDigitPictures(pictures, 40);
  const [table, sheet] = [inFolder('some.csv'), inFolder('some.html')];
  let isSent = false;
  const killWhen = (): boolean => {
    if (isSent || !existsSync(copies) || readdirSync(copies).length === 0) return false;
    return (isSent = true);
  };
  const { status, stderr } = await runDigits(
    ['recognize', pictures, '--annotate', copies, '--out', table, '--sheet', sheet],
    { killWhen, signal: 'SIGINT' },
  );
  expect(status).toBe(130);
  const read = readdirSync(copies).length;
  expect(stderr).toContain(`interrupted: ${read} pictures and pages are kept`);
  expect(new Set(pl.readCSV(table).getColumn('file').toArray()).size).toBe(read);
  expect(existsSync(sheet)).toBe(true);
});

it('keeps what was read until nobody reads what it prints', async () => {
  const pictures = inFolder('unread');
  await writeDigitPictures(pictures, 40);
  const table = inFolder('unread.csv');
  const { status } = await runDigits(['recognize', pictures, '--out', table], { readsUpTo: 1 });
  expect(status).toBe(141);
  const read = new Set(pl.readCSV(table).getColumn('file').toArray()).size;
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(40);
});

describe('digits recognize on a terminal', () => {
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!;
  afterAll(() => {
    Object.defineProperty(process, 'stdin', stdin);
    vi.restoreAllMocks();
  });

  async function answering(answer: string): Promise<string[]> {
    const terminal = Object.assign(new PassThrough(), { isTTY: true });
    Object.defineProperty(process, 'stdin', { value: terminal, configurable: true });
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const printed = vi.spyOn(console, 'log').mockReturnValue();
    terminal.end(answer);
    await recognizeCommand().exitOverride().parseAsync([], { from: 'user' });
    return printed.mock.calls.map(([line]) => String(line));
  }

  it('asks for the path of a picture, and takes it with quotes', async () => {
    expect(await answering(`'${page}'\n`)).toEqual(lines);
  });

  it('is used wrongly where the answer is empty or none', async () => {
    await expect(answering('\n')).rejects.toThrow(
      'No picture given. Name files, folders or globs.',
    );
    await expect(answering('')).rejects.toThrow('No picture given. Name files, folders or globs.');
  });
});
