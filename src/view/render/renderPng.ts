import { encodePng } from '../../picture/file/encodePng';
import type { Figure } from '../figure';
import { renderPixels } from './renderPixels';
import { figureSize } from './renderSvg';

/**
 * Draws a figure as a picture, the same on every machine.
 *
 * @param figure what to draw
 * @param size in pixels of the figure, by default what the figure asks for
 * @returns the content of a PNG file of twice that size
 */
export async function renderPng(figure: Figure, size = figureSize(figure)): Promise<Buffer> {
  return encodePng(await renderPixels(figure, size), 'drawing');
}
