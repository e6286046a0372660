import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { JSDOM } from 'jsdom';
import { decodePicture } from '../../src/picture/file/readPicture';
import { scorePicture } from '../../src/scoring/scorePicture';
import { writeErrorGallery } from '../../src/view/gallery/errorGallery';
import { svgOf, type Drawing } from '../../src/view/gallery/drawing';
import { CARD_WIDTH, mistakeCard } from '../../src/view/gallery/mistakeCard';
import { colors } from '../../src/view/theme';
import { labelled, readAs } from '../scoring/scans';
import { greyPicture } from '../textArt';

const page = greyPicture(200, 100, () => 200);

/** All texts of a drawing, from the top. */
function textsOf(drawing: Drawing): string[] {
  const { document } = new JSDOM(svgOf(drawing)).window;
  return Array.from(document.querySelectorAll('text'), ({ textContent }) => textContent);
}

/** The frames that are drawn in a colour, as [x, y, width, height]. */
function framesOf(drawing: Drawing, color: string): number[][] {
  const { document } = new JSDOM(svgOf(drawing)).window;
  return Array.from(document.querySelectorAll(`rect[stroke="${color}"]`), (frame) =>
    ['x', 'y', 'width', 'height'].map((name) => Number(frame.getAttribute(name))),
  );
}

describe('the card of a picture that was read wrong', () => {
  const digits = [3, 1, 4].map((digit, order) => ({
    digit,
    line: 0,
    box: { x0: 20 * order, y0: 0, x1: 20 * order + 10, y1: 10 },
  }));

  it('says how sure what was read instead of what', () => {
    const card = mistakeCard(page, scorePicture(labelled(['314']), readAs(['374'])));
    expect(card.width).toBe(CARD_WIDTH);
    const texts = textsOf(card);
    expect(texts.slice(0, 2)).toEqual(['a.png', 'line from one/hand · 3 digits · 1 wrong']);
    expect(texts).toEqual(expect.arrayContaining(['read 7, 90 %', 'label 1']));
    expect(texts.slice(-8)).toEqual(['label', 'read', '3', '3', '1', '7', '4', '4']);
  });

  it('shows missing digits in their places where the label knows them', () => {
    const score = scorePicture(labelled([], { digits }), readAs(['31']));
    const card = mistakeCard(page, score);
    expect(textsOf(card)).toEqual(expect.arrayContaining(['read nothing', 'label 4']));
    const [overview, tile] = framesOf(card, colors.blue);
    // The page's 200 pixels fill the card's 488; frames stand 1.5 pixels off.
    const scale = 488 / 200;
    expect(overview[0]).toBeCloseTo(40 * scale - 1.5, 1);
    expect(overview[2]).toBeCloseTo(10 * scale + 3, 1);
    // 24 pixels around the digit fill a tile of 113.
    expect(tile[0]).toBeCloseTo((40 - 33) * (113 / 24) - 1.5, 1);
  });

  it('shows surplus digits, and those left to a person', () => {
    const card = mistakeCard(page, scorePicture(labelled(['3']), readAs(['37?'])));
    expect(textsOf(card)).toEqual(
      expect.arrayContaining(['read 7, 90 %', 'label nothing', '?', '·']),
    );
    expect(framesOf(card, colors.purple).length).toBeGreaterThan(1);
    expect(textsOf(card)[1]).toContain('1 surplus · 1 left to a person');
  });

  it('stands upright, its digits too', () => {
    const turned = mistakeCard(
      page,
      scorePicture(labelled([], { digits, turn: 90 }), readAs(['31'], { turn: 0 })),
    );
    expect(textsOf(turned)[1]).toContain('read turned by 0°, not 90°');
    // 100 pixels wide and 200 high, which fill 380: the box's lower edge, at 10, is 10 from the right border.
    const scale = 380 / 200;
    const [[x, y]] = framesOf(turned, colors.blue);
    expect(x).toBeCloseTo(90 * scale - 1.5, 1);
    expect(y).toBeCloseTo(40 * scale - 1.5, 1);
  });

  it('is drawn of a picture in which nothing was read at all', () => {
    const card = mistakeCard(page, scorePicture(labelled(['314']), readAs([])));
    expect(textsOf(card).slice(-8)).toEqual(['label', 'read', '3', '·', '1', '·', '4', '·']);
  });

  it('cuts long names off, and does not show a hundred mistakes', () => {
    const label = labelled([], { file: `${'long-name-'.repeat(20)}.png` });
    const [name, ...others] = textsOf(
      mistakeCard(page, scorePicture(label, readAs(['1'.repeat(100)]))),
    );
    expect(name).toMatch(/^long-name-.*…$/);
    expect(others).toContain('and 84 more');
    expect(others.filter((text) => text.startsWith('label nothing'))).toHaveLength(16);
  });
});

describe('the gallery', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gallery-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is a web page that needs nothing from elsewhere, and a picture', async () => {
    const card = mistakeCard(
      page,
      scorePicture(labelled(['314'], { file: '<a>.png' }), readAs(['374'])),
    );
    const head = { title: 'Mistakes & more', facts: ['2 of 3 pictures'] };
    const paths = writeErrorGallery(join(folder, 'new'), head, [card, card]);
    const html = readFileSync(paths[0], 'utf8');
    const { document } = new JSDOM(html).window;
    expect(document.querySelector('h1')?.textContent).toBe('Mistakes & more');
    expect(document.querySelectorAll('article')).toHaveLength(2);
    expect(document.querySelector('article text')?.textContent).toBe('<a>.png');
    const images = Array.from(document.querySelectorAll('image'));
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) expect(image.getAttribute('href')).toMatch(/^data:image\/jpeg/);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|src=|@import/);

    const sheet = await decodePicture(readFileSync(paths[1]));
    expect(sheet.width).toBe(20 + 2 * (CARD_WIDTH + 20));
  });

  it('is written whatever the names of labels hold', async () => {
    const strange = { file: 'a\u001b[2J\u202e\n.png', kind: 'line\u0000', source: '\u009b\ufffe' };
    const card = mistakeCard(page, scorePicture(labelled(['3'], strange), readAs(['7'])));
    const head = { title: 'All wrong', facts: [] };
    const paths = writeErrorGallery(join(folder, 'strange'), head, [card]);
    expect((await decodePicture(readFileSync(paths[1]))).width).toBeGreaterThan(CARD_WIDTH);
    expect(textsOf(card)[0]).toBe('a\\u001b[2J\\u202e\\u000a.png');
  });

  it('is written where nothing is wrong, too', () => {
    const [path] = writeErrorGallery(folder, { title: 'All right', facts: [] }, []);
    expect(readFileSync(path, 'utf8')).toContain('All right');
  });
});
