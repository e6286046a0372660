import type { Picture, Plane } from '../src/picture/picture';

/** Makes a plane of text: `#` is 255, `.` is 0, a digit from 1 to 9 that many tenths of 255. */
export function plane(art: string): Plane<Uint8Array> {
  const lines = art.trim().split(/\s+/);
  const data = Uint8Array.from(lines.join(''), valueOf);
  return { width: lines[0].length, height: lines.length, data };
}

/** Writes a plane as text, `#` for anything but 0. */
export function art({ width, height, data }: Plane<Uint8Array | Int32Array>): string {
  return Array.from({ length: height }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width), (value) =>
      value === 0 ? '.' : '#',
    ).join(''),
  ).join('\n');
}

/** Removes the indentation of text art. */
export function trimmed(text: string): string {
  return text.trim().split(/\s+/).join('\n');
}

/** Makes an opaque grey picture of a function of the place. */
export function greyPicture(
  width: number,
  height: number,
  grey: (column: number, row: number) => number,
): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 4) {
      data.fill(grey(column, row), at, at + 3);
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Draws text art on paper, each character a square of pixels. */
export function drawn(
  text: string,
  { size = 1, ink = 40, paper = 220 }: { size?: number; ink?: number; paper?: number } = {},
): Picture {
  const { width, height, data } = plane(text);
  return greyPicture(width * size, height * size, (column, row) => {
    const strength = data[Math.floor(row / size) * width + Math.floor(column / size)] / 255;
    return paper + (ink - paper) * strength;
  });
}

function valueOf(character: string): number {
  if (character === '#') return 255;
  return character === '.' ? 0 : Math.round((255 * Number(character)) / 10);
}
