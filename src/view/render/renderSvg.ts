import type { Figure } from '../figure';
import { figureWidth } from '../theme';
import { plotlyWindow } from './plotlyWindow';

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size a figure asks for.
 *
 * @returns plotly's own defaults where the figure says nothing
 */
export function figureSize({ layout }: Figure): Size {
  return { width: layout.width ?? figureWidth, height: layout.height ?? 450 };
}

/**
 * Draws a figure as SVG, as a browser would.
 *
 * @param figure what to draw
 * @param size in pixels, by default what the figure asks for
 * @returns a whole SVG document that needs nothing from elsewhere
 */
export async function renderSvg(figure: Figure, size = figureSize(figure)): Promise<string> {
  const plotly = await plotlyWindow();
  // Plotly writes into what it is given.
  const url = await plotly.toImage(structuredClone(figure), { format: 'svg', ...size });
  return decodeURIComponent(url.slice(url.indexOf(',') + 1));
}
