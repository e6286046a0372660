import { Resvg } from '@resvg/resvg-js';
import { escapeHtml } from '../escapeHtml';
import { fonts } from './fonts';

const widths = new Map<string, number>();

/** The width of the ink of a text at font size 100, without the white before and behind it. */
function inkWidth(text: string, weight: string): number {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><text xml:space="preserve" font-family="DejaVu Sans" ' +
    `font-size="100" font-weight="${weight}">${escapeHtml(text)}</text></svg>`;
  return new Resvg(svg, { font: fonts }).getBBox()!.width;
}

/**
 * Measures a text in DejaVu Sans, with the library that also draws it.
 *
 * @param text one line
 * @param size font size in pixels
 * @param weight as in CSS: `normal`, `bold` or a number
 * @returns its advance width in pixels
 */
export function textWidth(text: string, size: number, weight = 'normal'): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    // Two bars around the text make the white around it count.
    width = inkWidth(`|${text}|`, weight) - inkWidth('||', weight);
    widths.set(key, width);
  }
  return (width * size) / 100;
}
