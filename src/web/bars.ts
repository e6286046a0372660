import { element } from './element';
import { percentText } from './percentText';

/**
 * Shows how likely answers are: one bar for each.
 *
 * @param answers which, from top to bottom
 * @param probabilities of each of them; 0..1
 * @param label what screen readers call it
 */
export function bars(
  answers: readonly (number | string)[],
  probabilities: readonly number[],
  label = 'how likely each digit is',
): HTMLElement {
  const most = Math.max(...probabilities);
  const rows = answers.map((answer, at) => {
    const bar = element('span', { class: 'bar' });
    bar.style.setProperty('--share', String(probabilities[at]));
    const kind = probabilities[at] === most ? 'likeliest' : 'other';
    return element(
      'li',
      { class: kind },
      element('b', {}, String(answer)),
      bar,
      element('span', { class: 'share' }, percentText(probabilities[at])),
    );
  });
  return element('ul', { class: 'bars', 'aria-label': label }, ...rows);
}
