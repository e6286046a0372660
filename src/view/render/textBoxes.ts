import { ascent, descent } from './fonts';
import { textWidth } from './textWidth';
import { compose, identity, parseTransform, type Transform } from './transform';

/** A rectangle as the DOM describes one. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

type Point = readonly [number, number];

function lineWidth(node: Node, size: number, weight: string): number {
  if (node.nodeType === 3) return textWidth(node.textContent ?? '', size, weight);
  const ownWeight = (node as SVGElement).style.fontWeight || weight;
  return Array.from(node.childNodes).reduce(
    (width, child) => width + lineWidth(child, size, ownWeight),
    0,
  );
}

/** The corners of every line of a text, in the coordinates of the text's parent. */
function textCorners(text: SVGElement): Point[] {
  const size = parseFloat(text.style.fontSize || '12');
  const anchor = text.getAttribute('text-anchor') ?? text.style.textAnchor;
  const lines = Array.from(text.querySelectorAll<SVGElement>(':scope > tspan.line'));
  return (lines.length > 0 ? lines : [text]).flatMap((line) => {
    if (!line.textContent) return [];
    const width = lineWidth(line, size, text.style.fontWeight || 'normal');
    const number = (name: string): number =>
      parseFloat(line.getAttribute(name) ?? text.getAttribute(name) ?? '0');
    const left = number('x') - width * (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0);
    // Plotly gives dy in font sizes.
    const baseline = number('y') + parseFloat(line.getAttribute('dy') ?? '0') * size;
    const [top, bottom] = [baseline - ascent * size, baseline + descent * size];
    return [
      [left, top],
      [left + width, top],
      [left, bottom],
      [left + width, bottom],
    ] satisfies Point[];
  });
}

/** The map from an element's coordinates to those of one above it, or of the page. */
function transformTo(element: Element, above: Element | null): Transform {
  let transform = identity;
  for (let node: Element | null = element; node && node !== above; node = node.parentElement) {
    transform = compose(parseTransform(node.getAttribute('transform') ?? ''), transform);
  }
  return transform;
}

/**
 * Finds the rectangle around all texts in an element: what plotly asks a browser for to place titles,
 * tick labels, legends and annotations.
 *
 * @param element a text or what contains some; anything else is taken for empty
 * @param above whose coordinates the answer is in; null for those of the page
 */
export function textBounds(element: Element, above: Element | null): Bounds {
  const texts = element.matches('text') ? [element] : [...element.querySelectorAll('text')];
  const corners = (texts as SVGElement[]).flatMap((text) => {
    const [a, b, c, d, e, f] = transformTo(text, above);
    return textCorners(text).map(([x, y]): Point => [a * x + c * y + e, b * x + d * y + f]);
  });
  if (corners.length === 0) corners.push([0, 0]);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
}
