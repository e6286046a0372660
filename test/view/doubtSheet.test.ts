import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/picture/file/readPicture';
import { doubtSheet } from '../../src/view/doubtSheet';
import { doubtfulReadings } from '../../src/view/doubtfulReadings';
import { greyPicture } from '../textArt';
import { markOf, pageOf } from '../reader/page/readings';

const file = `a "b"<script>alert('&')</script>.png`;
const alternatives = [{ digit: 7, confidence: 0.2 }];
const page = pageOf(
  '812',
  [
    markOf(8, 0.95),
    markOf(1, 0.7, { alternatives, box: { x0: 2, y0: 20, x1: 12, y1: 40 } }),
    markOf(2, 0.6),
  ],
  [markOf(null, 0.35, { reason: 'unclear' }), markOf(null, 0.2)],
);
// Black where the second digit stands.
const picture = greyPicture(60, 60, (x, y) => (x >= 2 && x < 12 && y >= 20 && y < 40 ? 0 : 200));
const readings = doubtfulReadings({ file }, picture, page);

const counts = { digitCount: 1204, pictureCount: 2 };
const html = doubtSheet({
  readings,
  ...counts,
  failed: [{ file: 'x', error: 'x: found <nothing>' }],
});

/** Opens a page as a browser does, and keeps what it saves. */
function open(html: string): {
  document: Document;
  saved: Blob[];
  type: (...texts: string[]) => void;
} {
  const saved: Blob[] = [];
  const { window } = new JSDOM(html, {
    runScripts: 'dangerously',
    virtualConsole: new VirtualConsole(),
    beforeParse: (window) => {
      // That of jsdom does not tell its content.
      window.Blob = Blob;
      window.URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
      window.HTMLAnchorElement.prototype.click = () => undefined;
    },
  });
  const { document } = window;
  const inputs = document.querySelectorAll('input');
  const type = (...texts: string[]): void => {
    texts.forEach((text, index) => (inputs[index].value = text));
    document.dispatchEvent(new window.Event('input'));
  };
  return { document, saved, type };
}

const textsOf = (document: Document, selector: string): (string | null)[] =>
  Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent);

describe('the doubtful marks of a picture', () => {
  it('are its unsure answers and refused likely digits', () => {
    expect(readings.map(({ reading }) => reading.confidence)).toEqual([0.7, 0.6, 0.35]);
  });

  it('are cut out with what is around them, inside the picture, and framed where they stand', async () => {
    const [{ cut, frame }] = readings;
    const { width, height, data } = await decodePicture(Buffer.from(cut.split(',')[1], 'base64'));
    expect([width, height]).toEqual([52, 52]);
    const { x0, y0, x1, y1 } = frame;
    const [left, top, right, bottom] = [x0, y0, x1, y1].map((share) => Math.round(52 * share));
    expect([left, top, right, bottom]).toEqual([2, 16, 12, 36]);
    const at = (x: number, y: number): number => data[4 * (y * width + x)];
    expect([at(left, top), at(right - 1, bottom - 1)]).toEqual([0, 0]);
    expect([at(left - 1, top - 1), at(right, bottom)]).toEqual([200, 200]);
  });
});

describe('the sheet of doubtful digits', () => {
  it('counts them at the top', () => {
    const { document } = open(html);
    expect(document.title).toBe('3 of 1,204 digits need a look');
    expect(textsOf(document, 'h1')).toEqual(['3 of 1,204 digits need a look']);
    expect(document.body.textContent).toContain('2 pictures, 1 of them not read.');
    expect(textsOf(document, 'li')).toEqual(['x: found <nothing>']);
  });

  it('shows the least sure first, each with what it may be and where it stands', () => {
    const { document } = open(html);
    expect(textsOf(document, '.answer')).toEqual(['?', '2', '1']);
    const [refused, , one] = textsOf(document, 'article').map((text) => text?.replace(/\s+/g, ' '));
    expect(refused).toContain('? perhaps 5: 35 %');
    expect(refused).toContain('unclear');
    expect(refused).toContain(`${file}in no line`);
    expect(one).toContain('1 70 % or 7: 20 %');
    expect(one).toContain(`${file}line 1, place 2, in 812`);
  });

  it('runs nothing that stands in a name, and asks for nothing from elsewhere', () => {
    const { document } = open(html);
    expect(document.querySelectorAll('script')).toHaveLength(1);
    const sources = Array.from(document.querySelectorAll('[src], [href]'), (element) =>
      element.getAttribute('src'),
    );
    expect(sources).toHaveLength(3);
    for (const source of sources) expect(source).toMatch(/^data:image\//);
    expect(html).not.toMatch(/https?:/);
  });

  it('saves what was typed as CSV, and leaves out what is empty or no digit', async () => {
    const { document, saved, type } = open(html);
    expect(textsOf(document, '#count')).toEqual(['0 typed']);
    type('-', 'x', '7');
    expect(textsOf(document, '#count')).toEqual(['2 typed']);
    document.getElementById('save')!.click();
    const name = `"a ""b""<script>alert('&')</script>.png"`;
    // `text` would take away the mark by which Excel knows UTF-8.
    expect(Buffer.from(await saved[0].arrayBuffer()).toString('utf8')).toBe(
      '\ufefffile,page,line,place,x0,y0,x1,y1,digit,right\n' +
        `${name},,,,20,20,30,40,,-\n` +
        `${name},,1,2,2,20,12,40,1,7\n`,
    );
  });

  it('stands where nothing is doubtful', () => {
    const { document } = open(
      doubtSheet({ readings: [], digitCount: 1, pictureCount: 1, failed: [] }),
    );
    expect(textsOf(document, 'h1')).toEqual(['0 of 1 digit needs a look']);
    expect(document.querySelectorAll('article, li')).toHaveLength(0);
  });
});
