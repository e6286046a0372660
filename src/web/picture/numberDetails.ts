import { clamp } from '../../numbers/clamp';
import type { NumberReading } from '../../reader/page/pageReading';
import { bars } from '../bars';
import { element } from '../element';
import { percentText } from '../percentText';
import type { NumberStrip } from '../worker/readNumberStrips';
import { lineProbabilities } from '../../reader/line/lineProbabilities';

/** Shows values as pixels, row by row. */
function pixelView(
  width: number,
  height: number,
  paint: (at: number) => readonly [red: number, green: number, blue: number, alpha: number],
): HTMLCanvasElement {
  const canvas = element('canvas', { width, height, 'aria-hidden': 'true' });
  const pixels = new ImageData(width, height);
  for (let at = 0; at < width * height; at++) {
    pixels.data.set(
      paint(at).map((part) => Math.round(part)),
      4 * at,
    );
  }
  canvas.getContext('2d')!.putImageData(pixels, 0, 0);
  return canvas;
}

/** Shows a number as the line reader sees it, and below it how likely each symbol is along it. */
function stripView({ strip, answers }: NumberStrip): HTMLElement {
  const { width, height, data } = strip;
  const most = data.reduce((a, b) => Math.max(a, b), 1);
  const ink = pixelView(width, height, (at) => {
    const light = 255 * (1 - clamp(data[at] / most, 0, 1));
    return [light, light, light, 255];
  });
  const rows = lineProbabilities(answers).map(({ name, shares }) => {
    const highest = percentText(Math.max(...shares));
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element(
        'td',
        {},
        pixelView(shares.length, 1, (at) => [0, 114, 178, 255 * shares[at]]),
      ),
      element('td', { class: 'share' }, highest),
    );
  });
  return element(
    'table',
    { class: 'strip' },
    element('caption', {}, 'As the line reader sees it, and what it reads along it'),
    element('tr', {}, element('td'), element('td', {}, ink), element('td', {}, 'highest')),
    ...rows,
  );
}

/** Shows how a number was read: its strip, the probabilities along it, and what else it may be. */
export function numberDetails(
  { text, confidence, alternatives }: NumberReading,
  strip: NumberStrip,
): HTMLElement {
  const guesses = [{ text, confidence }, ...alternatives];
  return element(
    'div',
    { class: 'number' },
    stripView(strip),
    bars(
      guesses.map((guess) => guess.text),
      guesses.map((guess) => guess.confidence),
      'how likely each number is',
    ),
  );
}
