import type { ClassifyDigits } from '../../classifier/classify';
import { argmax } from '../../numbers/argmax';
import { clamp } from '../../numbers/clamp';
import type { Strip } from '../../reader/line/strip';
import { bars } from '../bars';
import { digitImage } from '../digitImage';
import { button, element } from '../element';
import { percentText } from '../percentText';
import { drawnDigit } from './drawnDigit';
import { drawnStrip } from './drawnStrip';
import { groupPaths } from './groupPaths';
import { createInkPad } from './inkPad';
import { isDot } from './isDot';
import type { PenPath } from './penPath';
import { rowsOfPaths } from './rowsOfPaths';

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);
const PIXELS = 28 * 28;

function card(image: Uint8Array, probabilities: readonly number[]): HTMLElement {
  const digit = argmax(probabilities);
  const label = `${digit}, ${percentText(probabilities[digit])}`;
  return element(
    'article',
    { class: 'card', 'aria-label': label },
    element('div', { class: 'answer', 'aria-hidden': 'true' }, String(digit)),
    digitImage(image),
    bars(DIGITS, probabilities),
  );
}

/**
 * Fills a part of a page with a pad on which digits are read while they are drawn.
 *
 * @param place an empty element
 * @param classify what reads single digits
 * @param readRows what reads a whole row, with its signs
 * @default readRows none: the answer is the single digits
 */
export function startPad(
  place: HTMLElement,
  classify: ClassifyDigits,
  readRows?: (rows: readonly Strip[]) => Promise<string[]>,
): void {
  const canvas = element('canvas', {
    class: 'pad',
    // As wide as there is room for, and high enough for a finger.
    width: clamp(place.clientWidth, 360, 960),
    height: 300,
    tabindex: 0,
    role: 'application',
    'aria-label':
      'Pad to draw digits on, side by side. By keyboard: arrow keys move the pen, the space bar lowers and lifts ' +
      'it, Backspace takes the last line back, Escape clears.',
  });
  const answer = element('output', { class: 'line', 'aria-live': 'polite' });
  const cards = element('div', { class: 'cards' });

  const show = async (paths: readonly PenPath[]): Promise<void> => {
    const start = performance.now();
    const rows = rowsOfPaths(paths).map(groupPaths);
    const groups = rows.flat().filter((group) => !isDot(group, canvas.height));
    const images = new Uint8Array(groups.length * PIXELS);
    groups.forEach((group, at) => {
      images.set(drawnDigit(group), at * PIXELS);
    });
    const probabilities = await classify(images, groups.length);
    const ofDigit = groups.map((_, at) => [...probabilities.subarray(10 * at, 10 * at + 10)]);
    answer.textContent = readRows
      ? (await readRows(rows.map(drawnStrip))).join('\n')
      : ofDigit.map((ten) => argmax(ten)).join(' ');
    answer.dataset.milliseconds = (performance.now() - start).toFixed(1);
    cards.replaceChildren(
      ...ofDigit.map((ten, at) => card(images.subarray(at * PIXELS, (at + 1) * PIXELS), ten)),
    );
  };

  let current: readonly PenPath[] = [];
  let [isReading, isOld]: boolean[] = [false, false];
  const read = async (): Promise<void> => {
    isOld = true;
    if (isReading) return;
    isReading = true;
    try {
      // What was drawn meanwhile is read next.
      while (isOld) {
        isOld = false;
        await show(current);
      }
    } catch (error) {
      answer.textContent = '';
      cards.replaceChildren(element('p', { class: 'error' }, (error as Error).message));
    } finally {
      isReading = false;
    }
  };
  const pad = createInkPad(canvas, (paths) => {
    current = paths;
    void read();
  });
  place.append(
    canvas,
    element(
      'div',
      { class: 'row' },
      button('Undo', pad.undo, 'Backspace'),
      button('Clear', pad.clear, 'Escape'),
      answer,
    ),
    cards,
  );
}
