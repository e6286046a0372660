import { element } from './element';
import { percentText } from './percentText';

/**
 * Shows how likely digits are, a bar each.
 *
 * @param digits which, from above to below
 * @param probabilities of each of them; 0..1
 */
export function bars(digits: readonly number[], probabilities: readonly number[]): HTMLElement {
  const most = Math.max(...probabilities);
  const rows = digits.map((digit, at) => {
    const bar = element('span', { class: 'bar' });
    bar.style.setProperty('--share', String(probabilities[at]));
    const kind = probabilities[at] === most ? 'likeliest' : 'other';
    return element(
      'li',
      { class: kind },
      element('b', {}, String(digit)),
      bar,
      element('span', { class: 'share' }, percentText(probabilities[at])),
    );
  });
  return element('ul', { class: 'bars', 'aria-label': 'how likely each digit is' }, ...rows);
}
