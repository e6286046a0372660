import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { makeFolder } from '../../files/makeFolder';
import { writeWhole } from '../../files/wholeFile';
import { printable } from '../../numbers/printable';
import { escapeHtml } from '../escapeHtml';
import { fonts } from '../render/fonts';
import { colors } from '../theme';
import { element, placed, svgOf, type Drawing } from './drawing';
import { CARD_WIDTH } from './mistakeCard';
import { verdictStyles } from './verdicts';

/** What stands over the cards. */
export interface GalleryHead {
  readonly title: string;
  /** Short sentences about all pictures. */
  readonly facts: readonly string[];
}

const shownText = (text: string): string => escapeHtml(printable(text));

const SPACE = 20;
const HEAD_HEIGHT = 96;
const MAX_COLUMNS = 5;
const GROUND = '#f1f1ee';

/**
 * Writes a gallery of mistakes: `index.html`, which needs nothing from elsewhere, and `contact-sheet.png`.
 *
 * @param folder is created where it does not exist
 * @param cards as `mistakeCard` draws them
 * @returns the paths of the two files
 * @throws WriteError where one of them cannot be written
 */
export function writeErrorGallery(
  folder: string,
  head: GalleryHead,
  cards: readonly Drawing[],
): string[] {
  makeFolder(folder);
  const [page, sheet] = [join(folder, 'index.html'), join(folder, 'contact-sheet.png')];
  writeWhole(page, galleryHtml(head, cards));
  const drawing = new Resvg(svgOf(gallerySheet(head, cards)), { font: fonts });
  writeWhole(sheet, drawing.render().asPng());
  return [page, sheet];
}

/** Puts cards below each other in columns of about the same height, on one sheet. */
function gallerySheet(head: GalleryHead, cards: readonly Drawing[]): Drawing {
  const count = Math.min(MAX_COLUMNS, Math.max(2, Math.ceil(Math.sqrt(cards.length / 1.5))));
  const ends = new Array<number>(count).fill(HEAD_HEIGHT);
  const drawn = cards.map((card) => {
    const column = ends.indexOf(Math.min(...ends));
    const [x, y] = [SPACE + column * (CARD_WIDTH + SPACE), ends[column]];
    ends[column] += card.height + SPACE;
    const { width, height } = card;
    const paper = element('rect', { x, y, width, height, rx: 6, fill: colors.paper });
    return paper + placed(card, x, y);
  });
  const [width, height] = [SPACE + count * (CARD_WIDTH + SPACE), Math.max(...ends)];
  const ground = element('rect', { width, height, fill: GROUND });
  return { width, height, content: ground + headOf(head) + drawn.join('') };
}

function headOf({ title, facts }: GalleryHead): string {
  const line = (text: string, y: number, size: number, weight: string): string => {
    const look = { x: SPACE, y, 'font-size': size, 'font-weight': weight, fill: colors.text };
    return element('text', look, shownText(text));
  };
  return (
    line(title, 34, 20, 'bold') +
    line(facts.join(' · '), 56, 12, 'normal') +
    placed(legend(), SPACE, 66)
  );
}

/** What the frames mean. */
function legend(): Drawing {
  const entries = Object.values(verdictStyles).map(({ color, dashes, meaning }, index) => {
    const frame = element('rect', {
      x: 1,
      y: 3,
      width: 14,
      height: 14,
      rx: 2,
      fill: 'none',
      stroke: color,
      'stroke-width': 2,
      ...(dashes !== undefined && { 'stroke-dasharray': dashes }),
    });
    const name = { x: 22, y: 14, 'font-size': 12, fill: colors.text };
    const content = frame + element('text', name, escapeHtml(meaning));
    return placed({ width: 0, height: 0, content }, index * 190, 0);
  });
  return { width: 190 * entries.length, height: 20, content: entries.join('') };
}

/** Writes the gallery as a web page with all pictures in it. */
function galleryHtml({ title, facts }: GalleryHead, cards: readonly Drawing[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${shownText(title)}</title>
<style>
body { margin: ${SPACE}px; background: ${GROUND}; color: ${colors.text}; font-family: DejaVu Sans, Verdana, sans-serif; }
h1 { font-size: 20px; }
p { font-size: 13px; }
main { columns: ${CARD_WIDTH}px; column-gap: ${SPACE}px; }
article { break-inside: avoid; margin-bottom: ${SPACE}px; background: ${colors.paper}; border-radius: 6px; }
svg { max-width: 100%; height: auto; }
article > svg { display: block; }
</style>
</head>
<body>
<h1>${shownText(title)}</h1>
<p>${shownText(facts.join(' · '))}</p>
${svgOf(legend())}
<main>
${cards.map((card) => `<article>${svgOf(card)}</article>`).join('\n')}
</main>
</body>
</html>
`;
}
