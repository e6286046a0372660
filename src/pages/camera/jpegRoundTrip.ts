import type { Picture } from '../../picture/picture';

// The tables of ITU-T T.81 (1992), annex K.1, for brightness and for colour.
const brightnessSteps = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const colourSteps = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
  47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

// cosines[frequency * 8 + place], orthonormal.
const cosines = Float32Array.from({ length: 64 }, (_, index) => {
  const [frequency, place] = [index >> 3, index & 7];
  const scale = frequency === 0 ? Math.SQRT1_2 / 2 : 0.5;
  return scale * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16);
});

/**
 * Does to a picture, in place, what saving it as JPEG and opening it again does: colours at half the
 * resolution, and in blocks of 8 x 8 pixels all cosines rounded (ITU-T T.81, 1992).
 *
 * @param quality 1 (worst) to 100, as libjpeg counts it
 */
export function jpegRoundTrip({ width, height, data }: Picture, quality: number): void {
  const scale = (quality < 50 ? 50 / quality : 2 - quality / 50) || 0.01;
  const steps = (table: readonly number[]): Float32Array =>
    Float32Array.from(table, (step) => Math.min(255, Math.max(1, Math.round(step * scale))));
  // The planes end at whole blocks.
  const wide = Math.ceil(width / 16) * 16;
  const high = Math.ceil(height / 16) * 16;
  const halfWide = wide / 2;
  const luma = new Float32Array(wide * high);
  const blues = new Float32Array((wide * high) / 4);
  const reds = new Float32Array((wide * high) / 4);
  for (let row = 0; row < high; row++) {
    const sourceRow = Math.min(row, height - 1) * width;
    for (let column = 0; column < wide; column++) {
      const at = 4 * (sourceRow + Math.min(column, width - 1));
      const y = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      luma[row * wide + column] = y - 128;
      const half = (row >> 1) * halfWide + (column >> 1);
      blues[half] += (0.25 / 1.772) * (data[at + 2] - y);
      reds[half] += (0.25 / 1.402) * (data[at] - y);
    }
  }
  roundBlocks(luma, wide, steps(brightnessSteps));
  roundBlocks(blues, halfWide, steps(colourSteps));
  roundBlocks(reds, halfWide, steps(colourSteps));
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 4) {
      const y = luma[row * wide + column] + 128;
      const half = (row >> 1) * halfWide + (column >> 1);
      data[at] = y + 1.402 * reds[half];
      data[at + 1] = y - 0.344136 * blues[half] - 0.714136 * reds[half];
      data[at + 2] = y + 1.772 * blues[half];
    }
  }
}

function roundBlocks(plane: Float32Array, width: number, steps: Float32Array): void {
  const block = new Float32Array(64);
  const half = new Float32Array(64);
  for (let top = 0; top < plane.length / width; top += 8) {
    for (let left = 0; left < width; left += 8) {
      const origin = top * width + left;
      for (let at = 0; at < 64; at++) block[at] = plane[origin + (at >> 3) * width + (at & 7)];
      toCosines(block, half);
      toCosines(half, block);
      for (let at = 0; at < 64; at++) block[at] = Math.round(block[at] / steps[at]) * steps[at];
      fromCosines(block, half);
      fromCosines(half, block);
      for (let at = 0; at < 64; at++) plane[origin + (at >> 3) * width + (at & 7)] = block[at];
    }
  }
}

// Both lay the rows down as columns, so that doing it twice transforms a whole block. Cosines of even
// frequencies are the same from both ends of a row, those of odd ones opposite: half the work.

function toCosines(from: Float32Array, to: Float32Array): void {
  for (let line = 0; line < 8; line++) {
    const at = line * 8;
    const s0 = from[at] + from[at + 7];
    const s1 = from[at + 1] + from[at + 6];
    const s2 = from[at + 2] + from[at + 5];
    const s3 = from[at + 3] + from[at + 4];
    const d0 = from[at] - from[at + 7];
    const d1 = from[at + 1] - from[at + 6];
    const d2 = from[at + 2] - from[at + 5];
    const d3 = from[at + 3] - from[at + 4];
    for (let even = 0; even < 64; even += 16) {
      const odd = even + 8;
      to[even + line] =
        s0 * cosines[even] +
        s1 * cosines[even + 1] +
        s2 * cosines[even + 2] +
        s3 * cosines[even + 3];
      to[odd + line] =
        d0 * cosines[odd] + d1 * cosines[odd + 1] + d2 * cosines[odd + 2] + d3 * cosines[odd + 3];
    }
  }
}

function fromCosines(from: Float32Array, to: Float32Array): void {
  for (let line = 0; line < 8; line++) {
    const at = line * 8;
    for (let place = 0; place < 4; place++) {
      const even =
        from[at] * cosines[place] +
        from[at + 2] * cosines[16 + place] +
        from[at + 4] * cosines[32 + place] +
        from[at + 6] * cosines[48 + place];
      const odd =
        from[at + 1] * cosines[8 + place] +
        from[at + 3] * cosines[24 + place] +
        from[at + 5] * cosines[40 + place] +
        from[at + 7] * cosines[56 + place];
      to[place * 8 + line] = even + odd;
      to[(7 - place) * 8 + line] = even - odd;
    }
  }
}
