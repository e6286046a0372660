import { guessesOf } from '../../reader/page/listReadings';
import type { DigitReading } from '../../reader/page/pageReading';
import { bars } from '../bars';
import { digitImage } from '../digitImage';
import { element } from '../element';
import { answerOf, type Corrections, type Right } from './corrections';

/**
 * Shows one mark: how networks for single digits see it, what it may be, and a field for what it is.
 *
 * @param image ink in 0..255, [28, 28]; undefined for a mark in no line
 * @param onRight called with what a person says stands there; undefined where that is taken back
 */
export function markDetails(
  reading: DigitReading,
  image: Uint8Array | undefined,
  corrections: Corrections,
  onRight: (right: Right | undefined) => void,
): HTMLElement {
  const guesses = guessesOf(reading);
  const answer = answerOf(reading, corrections);
  const field = element('input', {
    maxlength: 1,
    pattern: '[0-9\\-]',
    autocomplete: 'off',
    inputmode: 'text',
    value: answer ?? (corrections.has(reading) ? '-' : ''),
  });
  field.addEventListener('focus', () => {
    field.select();
  });
  field.addEventListener('input', () => {
    if (field.value === '') onRight(undefined);
    else if (field.validity.valid) onRight(field.value === '-' ? null : Number(field.value));
  });
  return element(
    'div',
    { class: 'details' },
    ...(image ? [digitImage(image)] : []),
    bars(
      guesses.map(({ digit }) => digit),
      guesses.map(({ confidence }) => confidence),
    ),
    element(
      'p',
      {},
      element('label', {}, 'right: ', field),
      element('small', {}, ' a digit, or - where there is none'),
    ),
    ...(reading.reason ? [element('p', {}, `no answer: ${reading.reason}`)] : []),
  );
}
