import type { Picture } from '../../picture/picture';
import type { DigitReading } from '../../reader/page/pageReading';
import { button, element } from '../element';
import { fetchFile } from '../fetchFile';
import type { ReaderService, ReadPage } from '../worker/readerService';
import {
  correctedText,
  correctionsCsv,
  pageText,
  type Corrections,
  type Right,
} from './corrections';
import { decodePicture } from './decodePicture';
import { markDetails } from './markDetails';
import { markView } from './markView';
import { numberDetails } from './numberDetails';
import { numbersCsv } from './numbersCsv';
import { takePhoto } from './takePhoto';

const PIXELS = 28 * 28;
const SAMPLE = 'sample-page.png';
/** What people do on this screen. */
const TAP_OR_CLICK = matchMedia('(pointer: coarse)').matches ? 'Tap' : 'Click';
/** What the keys do on a mark of the picture. */
const keys: readonly (readonly [key: string, effect: string])[] = [
  ['← → ↑ ↓', 'next mark'],
  ['0–9', 'right digit'],
  ['-', 'no digit'],
  ['Backspace', 'as read'],
];

/** Shows a picture at most as wide as its place. */
function pictureView({ width, height, data }: Picture): HTMLCanvasElement {
  const canvas = element('canvas', { width, height, role: 'img', 'aria-label': 'the picture' });
  canvas
    .getContext('2d')!
    .putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return canvas;
}

function save(name: string, content: string): void {
  const link = element('a', {
    // Excel takes a file without the mark for one in an old encoding.
    href: URL.createObjectURL(new Blob(['\ufeff', content], { type: 'text/csv' })),
    download: name,
  });
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What was read, as text, with what can be done with it. */
function resultView(
  file: string,
  { reading, images, strips }: ReadPage,
): { view: HTMLElement; marks: HTMLElement } {
  const corrections = new Map<DigitReading, Right>();
  const inLines = reading.lines.flatMap(({ digits }) => digits);
  const numbers = reading.lines.flatMap((line) => line.numbers);
  const text = element('pre', { class: 'text', tabindex: 0, 'aria-label': 'what was read' });
  const details = element('div', { 'aria-live': 'polite' });
  const copied = element('span', { role: 'status' });

  const update = (current: Corrections): void => {
    text.textContent = reading.lines.map((line) => correctedText(line, current)).join('\n');
    marks.update(current);
    copied.textContent = '';
  };
  const correct = (mark: DigitReading, right: Right | undefined): void => {
    if (right === undefined || right === mark.digit) corrections.delete(mark);
    else corrections.set(mark, right);
    update(corrections);
  };
  const show = (mark: DigitReading): void => {
    const at = inLines.indexOf(mark);
    const image = at < 0 ? undefined : images.subarray(at * PIXELS, (at + 1) * PIXELS);
    const numberAt = numbers.findIndex(({ digits }) => digits.includes(mark));
    details.replaceChildren(
      ...(numberAt < 0
        ? []
        : [
            element('h3', {}, `The number ${numbers[numberAt].text}`),
            numberDetails(numbers[numberAt], strips[numberAt]),
          ]),
      element('h3', {}, at < 0 ? 'A mark in no line' : 'The chosen mark'),
      markDetails(mark, image, corrections, (right) => {
        correct(mark, right);
      }),
    );
  };
  const marks = markView(reading, show, (mark, right) => {
    correct(mark, right);
    show(mark);
  });
  const copy = async (what: string, content: string): Promise<void> => {
    await navigator.clipboard.writeText(content);
    copied.textContent = `${what} copied`;
  };
  const table = (): string => numbersCsv(file, reading, corrections);
  const name = file.replace(/\.\w+$/, '');
  update(corrections);
  const view = element(
    'div',
    {},
    text,
    element(
      'div',
      { class: 'row' },
      button('Copy text', () => void copy('text', pageText(reading, corrections))),
      button('Copy CSV', () => void copy('CSV', table())),
      button('Save CSV', () => {
        save(`${name}.csv`, table());
      }),
      button('Save corrections', () => {
        save(`${name}-corrections.csv`, correctionsCsv(file, reading, corrections));
      }),
      copied,
    ),
    element(
      'p',
      { class: 'keys' },
      ...keys.flatMap(([key, effect]) => [element('kbd', {}, key), ` ${effect} `]),
    ),
    details,
  );
  return { view, marks: marks.element };
}

/**
 * Fills a part of a page with what reads pictures: chosen, dropped, pasted, or taken with the camera.
 *
 * @param place an empty element
 * @param reader what reads them
 */
export function startPictures(place: HTMLElement, reader: ReaderService): void {
  const status = element('p', { class: 'status', role: 'status' });
  const problem = element('p', { class: 'error', role: 'alert', hidden: '' });
  const invitation = element('p', {}, 'Drop or paste a picture of handwritten numbers here.');
  const shown = element('div', { class: 'picture empty' }, invitation);
  const result = element('section', { class: 'result', 'aria-label': 'Result' });

  const fail = (error: unknown): void => {
    problem.textContent = (error as Error).message;
    problem.hidden = false;
  };
  const clear = (): void => {
    shown.classList.add('empty');
    shown.replaceChildren(invitation);
    result.replaceChildren();
    status.textContent = '';
  };
  // What was asked for last, and what is shown: a picture that does not come leaves the reading of another alone.
  let [newest, current, isReading] = [0, 0, false];
  const read = async (name: string, source: () => Promise<Picture | undefined>): Promise<void> => {
    const number = ++newest;
    problem.hidden = true;
    try {
      const picture = await source();
      if (!picture || number < current) return;
      current = number;
      isReading = true;
      const frame = element('div', { class: 'frame' }, pictureView(picture));
      shown.classList.remove('empty');
      shown.replaceChildren(frame);
      result.replaceChildren();
      status.textContent = 'reading …';
      const start = performance.now();
      const page = await reader.read(picture);
      if (number !== current) return;
      isReading = false;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const count = page.reading.lines.reduce((sum, { numbers }) => sum + numbers.length, 0);
      const { view, marks } = resultView(name, page);
      frame.append(marks);
      result.replaceChildren(view);
      const found =
        count === 0
          ? `no numbers found, ${seconds} s.`
          : `${count} ${count === 1 ? 'number' : 'numbers'}, ${seconds} s. ${TAP_OR_CLICK} a digit to see how it was read and to correct it.`;
      status.textContent = `${name}: ${found}`;
    } catch (error) {
      if (number < current) return;
      if (number === current) isReading = false;
      // An earlier answer is none to what was asked now.
      if (!isReading) clear();
      if (number === newest) fail(error);
    }
  };
  const readFile = (file: File | null | undefined): void => {
    if (file) void read(file.name, () => decodePicture(file, file.name));
  };

  const chooser = element('input', { type: 'file', accept: 'image/*', class: 'file' });
  chooser.setAttribute('aria-label', 'Choose a picture');
  chooser.addEventListener('change', () => {
    readFile(chooser.files?.[0]);
    chooser.value = '';
  });
  const choose = button('Choose a picture', () => {
    chooser.click();
  });
  const camera = button('Use the camera', () => void read('photo.png', takePhoto));
  const sample = button('Try the sample page', () => {
    void read(SAMPLE, async () => decodePicture(await (await fetchFile(SAMPLE)).blob(), SAMPLE));
  });

  document.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    readFile(event.dataTransfer?.files[0]);
  });
  document.addEventListener('paste', (event) => {
    readFile(event.clipboardData?.files[0]);
  });
  chooser.hidden = true;
  place.append(
    element('div', { class: 'row' }, choose, camera, sample, chooser),
    problem,
    status,
    element('div', { class: 'columns' }, shown, result),
  );
}
