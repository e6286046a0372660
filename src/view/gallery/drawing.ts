import { escapeHtml } from '../escapeHtml';

/** Something drawn as SVG: `content` fills a rectangle whose upper left corner is 0, 0. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

/** Writes an SVG element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    const shown = typeof value === 'number' ? Math.round(value * 100) / 100 : escapeHtml(value);
    return ` ${key}="${shown}"`;
  });
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** Moves what is drawn. */
export function placed({ content }: Drawing, x: number, y: number): string {
  return element('g', { transform: `translate(${x} ${y})` }, content);
}

/** Writes a drawing as a whole SVG document, or as a part of an HTML page. */
export function svgOf({ width, height, content }: Drawing): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    'font-family': 'DejaVu Sans, Verdana, sans-serif',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
  };
  return element('svg', attributes, content);
}
