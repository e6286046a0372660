import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '../../picture/picture';
import type { Figure } from '../figure';
import { fonts } from './fonts';
import { figureSize, renderSvg } from './renderSvg';

/** Pixels of a picture for one of the figure: sharp on fine screens and in print. */
const pictureScale = 2;

/**
 * Draws a figure as a picture, the same on every machine.
 *
 * @param figure what to draw
 * @param size in pixels of the figure, by default what the figure asks for
 * @returns an opaque picture of twice that size
 */
export async function renderPixels(figure: Figure, size = figureSize(figure)): Promise<Picture> {
  const svg = await renderSvg(figure, size);
  // Resvg knows the old name only.
  const drawing = new Resvg(svg.replaceAll('rendering: pixelated', 'rendering: optimizeSpeed'), {
    font: fonts,
    fitTo: { mode: 'zoom', value: pictureScale },
  });
  const { width, height, pixels } = drawing.render();
  return { width, height, data: new Uint8ClampedArray(pixels) };
}
