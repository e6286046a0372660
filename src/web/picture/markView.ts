import { clamp } from '../../numbers/clamp';
import { isDoubtful } from '../../reader/page/doubt';
import { listReadings } from '../../reader/page/listReadings';
import type { DigitReading, PageReading } from '../../reader/page/pageReading';
import { element } from '../element';
import { percentText } from '../percentText';
import { answerOf, type Corrections, type Right } from './corrections';

/** Frames around the marks of a picture, each a button. */
export interface MarkView {
  readonly element: HTMLElement;
  /** Shows what was corrected. */
  readonly update: (corrections: Corrections) => void;
}

/** What a key says of a mark: a digit, none, or that what was said is taken back. */
const keyOf = (key: string): Right | 'as read' | undefined => {
  if (/^[0-9]$/.test(key)) return Number(key);
  if (key === '-' || key === 'Delete') return null;
  return key === 'Backspace' ? 'as read' : undefined;
};

/**
 * Lays a frame around every mark that was read. Tab comes to the chosen one, arrow keys go to the others in reading
 * order; a digit typed is what stands there, `-` says that nothing does, Backspace takes it back.
 *
 * @param onChoose called with the mark that is looked at
 * @param onRight called with what a person says stands there; undefined where that is taken back
 */
export function markView(
  page: PageReading,
  onChoose: (reading: DigitReading) => void,
  onRight: (reading: DigitReading, right: Right | undefined) => void,
): MarkView {
  const marks = listReadings(page);
  const per = (value: number, whole: number): string => `${((100 * value) / whole).toFixed(3)}%`;
  const buttons = marks.map(({ reading }) => {
    const { x0, y0, x1, y1 } = reading.box;
    const frame = element('button', { type: 'button', tabindex: -1 }, element('span'));
    frame.style.left = per(x0, page.width);
    frame.style.top = per(y0, page.height);
    frame.style.width = per(x1 - x0, page.width);
    frame.style.height = per(y1 - y0, page.height);
    return frame;
  });

  let chosen = 0;
  const choose = (at: number): void => {
    buttons[chosen].tabIndex = -1;
    buttons[chosen].removeAttribute('aria-current');
    chosen = at;
    buttons[at].tabIndex = 0;
    buttons[at].setAttribute('aria-current', 'true');
    onChoose(marks[at].reading);
  };
  const go = (at: number): void => {
    buttons[clamp(at, 0, buttons.length - 1)].focus();
  };
  /** The mark at the same place of the line above or below. */
  const inOtherLine = (step: number): number => {
    const { line, place } = marks[chosen];
    if (line === undefined) return chosen + step;
    const others = marks.flatMap((mark, at) => (mark.line === line + step ? [at] : []));
    return others.at(Math.min((place ?? 1) - 1, others.length - 1)) ?? chosen;
  };
  buttons.forEach((frame, at) => {
    frame.addEventListener('focus', () => {
      choose(at);
    });
    frame.addEventListener('click', () => {
      frame.focus();
    });
    frame.addEventListener('keydown', (event) => {
      const right = keyOf(event.key);
      if (right !== undefined) {
        onRight(marks[at].reading, right === 'as read' ? undefined : right);
      } else if (event.key === 'ArrowRight') go(at + 1);
      else if (event.key === 'ArrowLeft') go(at - 1);
      else if (event.key === 'ArrowDown') go(inOtherLine(1));
      else if (event.key === 'ArrowUp') go(inOtherLine(-1));
      else return;
      event.preventDefault();
    });
  });
  if (buttons.length > 0) buttons[0].tabIndex = 0;

  const update = (corrections: Corrections): void => {
    marks.forEach(({ reading, line, place }, at) => {
      const frame = buttons[at];
      const isCorrected = corrections.has(reading);
      const answer = String(answerOf(reading, corrections) ?? (isCorrected ? '–' : '?'));
      frame.firstElementChild!.textContent = answer;
      const where = line === undefined ? 'in no line' : `line ${line}, place ${place ?? ''}`;
      const how = isCorrected ? 'corrected' : percentText(reading.confidence);
      frame.setAttribute('aria-label', `${where}: ${answer}, ${how}`);
      frame.className = isCorrected ? 'corrected' : classOf(reading);
    });
  };
  update(new Map());
  return {
    element: element(
      'div',
      { class: 'marks', role: 'group', 'aria-label': 'marks of the picture' },
      ...buttons,
    ),
    update,
  };
}

function classOf(reading: DigitReading): string {
  if (isDoubtful(reading)) return 'doubtful';
  return reading.digit === null ? 'refused' : 'sure';
}
