import type * as Plotly from 'plotly.js-dist';
import type { Picture } from '../../picture/picture';
import { encodePng } from '../../picture/file/encodePng';
import { readPlotlyScript } from './plotlyScript';
import { textBounds, type Bounds } from './textBoxes';

/** The part of a canvas that heat maps are painted on: a place for pixels. */
function giveCanvasPixels(prototype: HTMLCanvasElement): void {
  const painted = new WeakMap<HTMLCanvasElement, Picture>();
  Object.assign(prototype, {
    getContext(this: HTMLCanvasElement): unknown {
      return {
        createImageData: (width: number, height: number): Picture => ({
          width,
          height,
          data: new Uint8ClampedArray(width * height * 4),
        }),
        putImageData: (pixels: Picture) => painted.set(this, pixels),
      };
    },
    toDataURL(this: HTMLCanvasElement): string {
      return `data:image/png;base64,${encodePng(painted.get(this)!, 'drawing').toString('base64')}`;
    },
  });
}

async function openPlotlyWindow(): Promise<typeof Plotly> {
  const { JSDOM } = await import('jsdom');
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  giveCanvasPixels(window.HTMLCanvasElement.prototype);
  Object.assign(window.SVGElement.prototype, {
    getBoundingClientRect(this: SVGElement): Bounds {
      return textBounds(this, null);
    },
    getBBox(this: SVGElement): Bounds {
      return textBounds(this, this);
    },
  });
  // The maps in plotly want these as soon as they are loaded.
  Object.assign(window, { TextDecoder });
  Object.assign(window.URL, { createObjectURL: () => '' });
  window.eval(await readPlotlyScript());
  return (window as unknown as { Plotly: typeof Plotly }).Plotly;
}

let opened: Promise<typeof Plotly> | undefined;

/**
 * Loads plotly into a window without a screen, once; that takes a second.
 *
 * @returns plotly, able to draw what needs texts and heat maps
 */
export function plotlyWindow(): Promise<typeof Plotly> {
  opened ??= openPlotlyWindow();
  return opened;
}
