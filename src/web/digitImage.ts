import { element } from './element';

const SIDE = 28;

/**
 * Shows a digit as networks for single digits see it; how large is for the style sheet to say.
 *
 * @param image ink in 0..255; [28, 28]
 */
export function digitImage(image: Uint8Array): HTMLCanvasElement {
  const canvas = element('canvas', {
    class: 'digit-image',
    width: SIDE,
    height: SIDE,
    role: 'img',
    'aria-label': 'the digit in 28 by 28 pixels',
  });
  const pixels = new ImageData(SIDE, SIDE);
  image.forEach((ink, at) => {
    pixels.data.set([255 - ink, 255 - ink, 255 - ink, 255], 4 * at);
  });
  canvas.getContext('2d')!.putImageData(pixels, 0, 0);
  return canvas;
}
