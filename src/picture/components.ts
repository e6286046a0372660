import type { Box } from './box';
import type { Plane } from './picture';

/** Pixels that hang together. */
export interface Component {
  readonly box: Box;
  /** How many pixels there are. */
  readonly area: number;
}

/**
 * Finds the connected components of a plane, corners joining pixels too.
 *
 * @param plane what is not 0 belongs to a component
 * @returns from top to bottom by their first pixels
 */
export function connectedComponents({ width, height, data }: Plane<Uint8Array>): Component[] {
  const seen = new Uint8Array(data.length);
  const stack: number[] = [];
  const components: Component[] = [];
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || seen[start] === 1) continue;
    let [x0, y0, x1, y1, area] = [width, height, 0, 0, 0];
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      area++;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x + 1);
      y1 = Math.max(y1, y + 1);
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (data[next] === 0 || seen[next] === 1) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    components.push({ box: { x0, y0, x1, y1 }, area });
  }
  return components;
}
