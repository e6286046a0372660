import type { ClassifyDigits } from '../../classifier/classify';
import { argmax } from '../../numbers/argmax';
import { clamp } from '../../numbers/clamp';
import { bars } from '../bars';
import { digitImage } from '../digitImage';
import { button, element } from '../element';
import { percentText } from '../percentText';
import { drawnDigit } from './drawnDigit';
import { groupPaths } from './groupPaths';
import { createInkPad } from './inkPad';
import type { PenPath } from './penPath';

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
 * @param classify what reads them
 */
export function startPad(place: HTMLElement, classify: ClassifyDigits): void {
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
    const groups = groupPaths(paths);
    const images = new Uint8Array(groups.length * PIXELS);
    groups.forEach((group, at) => {
      images.set(drawnDigit(group), at * PIXELS);
    });
    const probabilities = await classify(images, groups.length);
    const ofDigit = groups.map((_, at) => [...probabilities.subarray(10 * at, 10 * at + 10)]);
    answer.textContent = ofDigit.map((ten) => argmax(ten)).join(' ');
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
