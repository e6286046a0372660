import type { DigitSet } from '../digits/digitSet';
import type { Random } from '../numbers/random';
import { sampleOnPaper } from '../picture/bilinear';
import type { Picture } from '../picture/picture';

/** Pixels from one digit to the next, and from one line to the next. */
const ADVANCE = 60;
const LINE_HEIGHT = 96;
const MARGIN = 60;
/** How much larger than in MNIST the digits are drawn. */
const ENLARGEMENT = 2.4;
const INK = [38, 54, 120] as const;
const PAPER = [246, 242, 230] as const;

/**
 * Writes lines of digits on a sheet of paper, as a phone sees it: cream paper, blue ink, a shadow that
 * falls from one side, grain.
 *
 * @param lines the digits of each line, such as ['314', '2718']
 * @param digits handwriting to take every digit's shape from
 * @param random chooses the shapes, their places and the grain
 * @throws RangeError where a line holds anything but digits, or no shape shows one of them
 */
export function composePage(lines: readonly string[], digits: DigitSet, random: Random): Picture {
  const longest = Math.max(...lines.map((line) => line.length));
  const width = 2 * MARGIN + longest * ADVANCE;
  const height = 2 * MARGIN + lines.length * LINE_HEIGHT;
  const ink = new Float32Array(width * height);

  const write = (digit: number, left: number, top: number): void => {
    const shapes = [...digits.labels.keys()].filter((index) => digits.labels[index] === digit);
    if (shapes.length === 0)
      throw new RangeError(`expected handwriting of every digit, found no ${digit}`);
    const pixels = digits.width * digits.height;
    const shape = shapes[random.integer(shapes.length)];
    const image = digits.images.subarray(shape * pixels, (shape + 1) * pixels);
    for (let row = 0; row < digits.height * ENLARGEMENT; row++) {
      for (let column = 0; column < digits.width * ENLARGEMENT; column++) {
        const target = (top + row) * width + left + column;
        const [x, y] = [column / ENLARGEMENT, row / ENLARGEMENT];
        const value = sampleOnPaper(image, digits.width, digits.height, x, y) / 255;
        ink[target] = Math.max(ink[target], value);
      }
    }
  };
  lines.forEach((line, position) => {
    if (!/^\d+$/.test(line)) throw new RangeError(`expected a line of digits, found "${line}"`);
    const top = MARGIN + position * LINE_HEIGHT;
    Array.from(line).forEach((digit, index) => {
      write(
        Number(digit),
        MARGIN + index * ADVANCE + random.integer(7) - 3,
        top + random.integer(9),
      );
    });
  });

  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      const light = 1 - 0.25 * (column / width) ** 2 - 0.08 * (row / height);
      const grain = 2.5 * random.normal();
      for (let channel = 0; channel < 3; channel++) {
        const colour = PAPER[channel] + (INK[channel] - PAPER[channel]) * ink[pixel];
        data[4 * pixel + channel] = colour * light + grain;
      }
      data[4 * pixel + 3] = 255;
    }
  }
  return { width, height, data };
}
