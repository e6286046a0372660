import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, wholeBetween } from '../../numbers/chance';
import { createCanvas, type Canvas } from '../canvas/canvas';
import { blurPlane } from '../../picture/gaussianBlur';
import { cloudTile, grainTile } from '../canvas/tile';

/** Paints what is no page at all: things, plants, walls, as coloured shapes with soft and sharp borders. */
export function paintScenery(canvas: Canvas, random: Random): void {
  const { width, height, red, green, blue } = canvas;
  const span = Math.max(width, height);
  const seed = 256 * random.uniform();
  const zoom = (factorBetween(random, [4, 60]) * 20) / span;
  const [base, tints] = [between(random, [0.2, 0.7]), [0, 0, 0].map(() => 0.15 * random.normal())];
  const texture = between(random, [0.02, 0.2]);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const value =
        base * (1 + 0.25 * cloudTile.at(column * zoom * 0.3, row * zoom * 0.3 + seed)) +
        texture * 0.3 * grainTile.at(column * zoom + seed, row * zoom);
      red[at] = value * (1 + tints[0]);
      green[at] = value * (1 + tints[1]);
      blue[at] = value * (1 + tints[2]);
    }
  }
  const mask = createCanvas(width, height);
  for (let shape = wholeBetween(random, [2, 14]); shape > 0; shape--) {
    paintShape(canvas, mask.red, factorBetween(random, [0.02, 0.5]) * span, random);
  }
}

function paintShape(canvas: Canvas, mask: Float32Array, size: number, random: Random): void {
  const { width, height, red, green, blue } = canvas;
  const [x0, y0] = [width * random.uniform(), height * random.uniform()];
  const angle = Math.PI * random.uniform();
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [a, b] = [size, size * factorBetween(random, [0.05, 1])];
  const corners = happens(random, 0.5) ? 2 : factorBetween(random, [2, 12]);
  const ring = happens(random, 0.25) ? between(random, [0.6, 0.95]) : 0;
  const wobble = happens(random, 0.5) ? between(random, [0.05, 0.4]) : 0;
  const lobes = wholeBetween(random, [2, 9]);
  mask.fill(0);
  const reach = 1.5 * size;
  for (let y = Math.max(0, Math.floor(y0 - reach)); y < Math.min(height, y0 + reach); y++) {
    for (let x = Math.max(0, Math.floor(x0 - reach)); x < Math.min(width, x0 + reach); x++) {
      const u = ((x - x0) * cos + (y - y0) * sin) / a;
      const v = ((y - y0) * cos - (x - x0) * sin) / b;
      const off = (Math.abs(u) ** corners + Math.abs(v) ** corners) ** (1 / corners);
      const edge = 1 + wobble * Math.sin(lobes * Math.atan2(v, u));
      if (off < edge && off > ring * edge) mask[y * width + x] = 1;
    }
  }
  const soft = factorBetween(random, [0.4, 4]);
  blurPlane({ width, height, data: mask }, soft, soft);
  const [shade, strength] = [random.uniform(), between(random, [0.3, 1])];
  const colour = [0, 0, 0].map(() => Math.max(0, Math.min(1, shade + 0.15 * random.normal())));
  const bands = happens(random, 0.3) ? between(random, [0.1, 1]) : 0;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] <= 0) continue;
    const cover =
      mask[at] * strength * (bands > 0 ? 0.6 + 0.4 * Math.sin(bands * (at % width)) : 1);
    red[at] += cover * (colour[0] - red[at]);
    green[at] += cover * (colour[1] - green[at]);
    blue[at] += cover * (colour[2] - blue[at]);
  }
}
