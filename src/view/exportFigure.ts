import { dirname } from 'node:path';
import { writeWhole } from '../files/wholeFile';
import type { Figure } from './figure';
import { figureHtml } from './render/figureHtml';
import { renderPng } from './render/renderPng';
import { renderSvg } from './render/renderSvg';
import { makeFolder } from '../files/makeFolder';

const writers = { svg: renderSvg, png: renderPng, html: figureHtml } as const;

/** `svg` for print, `png` for everywhere, `html` to zoom and hover over. */
export type FigureFormat = keyof typeof writers;

const figureFormats = Object.keys(writers) as readonly FigureFormat[];

/**
 * Writes a figure to files, one a format, that need nothing from elsewhere.
 *
 * @param figure what to draw
 * @param basePath the files' path without its ending; folders are made
 * @param formats by default all of them
 * @returns the paths of the files, in the order of the formats
 * @throws Error where a file can't be written; a file that was there before is then still whole
 */
export async function exportFigure(
  figure: Figure,
  basePath: string,
  formats = figureFormats,
): Promise<string[]> {
  const paths: string[] = [];
  makeFolder(dirname(basePath));
  for (const format of formats) {
    const path = `${basePath}.${format}`;
    writeWhole(path, await writers[format](figure));
    paths.push(path);
  }
  return paths;
}
