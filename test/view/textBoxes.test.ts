import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { textBounds } from '../../src/view/render/textBoxes';
import { textWidth } from '../../src/view/render/textWidth';
import { compose, parseTransform } from '../../src/view/render/transform';

function element(svg: string): Element {
  return new JSDOM(`<svg>${svg}</svg>`).window.document.querySelector('svg')!.firstElementChild!;
}

test('a text is as wide as the font says', () => {
  // Advance widths in DejaVu Sans, of 2048 units: 1303 for a digit, 651 for a space and a point.
  expect(textWidth('0', 2048)).toBeCloseTo(1303, -1);
  expect(textWidth('10 000.', 20.48)).toBeCloseTo(5 * 13.03 + 2 * 6.51, 0);
  expect(textWidth(' ', 2048)).toBeCloseTo(651, -1);
  expect(textWidth('', 12)).toBe(0);
});

test('bold is wider, and what has a meaning in XML is measured as it is seen', () => {
  expect(textWidth('accuracy', 12, 'bold')).toBeGreaterThan(textWidth('accuracy', 12));
  expect(textWidth('<&', 2048)).toBeCloseTo(1716 + 1597, -1);
});

test('transforms are applied from the innermost on', () => {
  const [a, b, c, d, e, f] = parseTransform('translate(10,20) rotate(90) scale(2)');
  expect([a, b, c, d, e, f].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([
    0, 2, -2, 0, 10, 20,
  ]);
  const about = parseTransform('rotate(180, 3, 4)');
  expect(about[4]).toBeCloseTo(6, 5);
  expect(about[5]).toBeCloseTo(8, 5);
  expect(compose(parseTransform('translate(1)'), parseTransform(''))).toEqual([1, 0, 0, 1, 1, 0]);
});

test('the box of a text starts, is centred or ends at its place', () => {
  const box = (anchor: string): number[] => {
    const { left, right } = textBounds(
      element(`<text x="100" y="50" text-anchor="${anchor}" style="font-size: 10px">00</text>`),
      null,
    );
    return [Math.round(left), Math.round(right)];
  };
  expect(box('start')).toEqual([100, 113]);
  expect(box('middle')).toEqual([94, 106]);
  expect(box('end')).toEqual([87, 100]);
});

test('the box holds all lines of a text and reaches from ascender to descender', () => {
  const lines =
    '<text x="0" y="50" style="font-size: 10px"><tspan class="line" x="0" y="50" dy="0em">0</tspan>' +
    '<tspan class="line" x="0" y="50" dy="1.3em">000</tspan></text>';
  const { top, bottom, width } = textBounds(element(lines), null);
  expect(top).toBeCloseTo(50 - 9.28, 5);
  expect(bottom).toBeCloseTo(63 + 2.36, 5);
  expect(width).toBeCloseTo(3 * 6.36, 1);
});

test('a turned text stands upright on the page, but not in its own coordinates', () => {
  const group = element(
    '<g transform="translate(5,0)"><text transform="rotate(-90)" style="font-size: 10px">0000</text></g>',
  );
  const onPage = textBounds(group, null);
  expect(onPage.height).toBeCloseTo(4 * 6.36, 1);
  expect(onPage.left).toBeCloseTo(5 - 9.28, 5);
  const text = group.firstElementChild!;
  expect(textBounds(text, text).width).toBeCloseTo(4 * 6.36, 1);
});

test('what holds no text is empty', () => {
  expect(textBounds(element('<g><path d="M0,0H100" /></g>'), null)).toMatchObject({
    width: 0,
    height: 0,
  });
});
