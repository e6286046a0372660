import { describe, expect, it } from 'vitest';
import { darkestChannel, localContrast } from '../../src/picture/localContrast';
import type { Plane } from '../../src/picture/picture';
import { greyPicture } from '../textArt';

const [width, height] = [96, 80];

/** A page with an upright stroke in its middle. */
function page(brightness: (column: number) => number, ink: number): Plane<Float32Array> {
  const data = Float32Array.from({ length: width * height }, (_, at) => {
    const [column, row] = [at % width, Math.floor(at / width)];
    const isInk = column >= 46 && column < 50 && row >= 25 && row < 55;
    return brightness(column) * (isInk ? ink : 1);
  });
  return { width, height, data };
}

const inStroke = ({ data }: Plane<Float32Array>): number => data[40 * width + 48];
const onPaper = ({ data }: Plane<Float32Array>): number => data[10 * width + 10];

describe('local contrast', () => {
  it('is 0 on an empty page, whatever its brightness', () => {
    for (const brightness of [0, 90, 255]) {
      const { data } = localContrast(page(() => brightness, 1));
      expect(data.every((value) => Math.abs(value) < 1e-3)).toBe(true);
    }
  });

  it('is below 0 in dark ink and above 0 in light ink', () => {
    expect(inStroke(localContrast(page(() => 220, 0.4)))).toBeLessThan(-1.5);
    expect(inStroke(localContrast(page(() => 60, 3)))).toBeGreaterThan(1.5);
  });

  it('is the same in bright and in dim light, but for the darkness of the lens', () => {
    const bright = inStroke(localContrast(page(() => 240, 0.5)));
    const dim = inStroke(localContrast(page(() => 120, 0.5)));
    expect(dim).toBeCloseTo(bright, 1);
  });

  it('hardly sees light that changes evenly', () => {
    const shaded = localContrast(page((column) => 150 + column / 2, 0.4));
    expect(Math.abs(onPaper(shaded))).toBeLessThan(0.5);
    expect(inStroke(shaded)).toBeLessThan(-1.5);
  });

  it('makes pencil nearly as strong as ink', () => {
    const ink = inStroke(localContrast(page(() => 220, 0.3)));
    const pencil = inStroke(localContrast(page(() => 220, 0.85)));
    expect(pencil / ink).toBeGreaterThan(0.8);
  });

  it('leaves what is fainter than one and a half per cent faint', () => {
    expect(Math.abs(inStroke(localContrast(page(() => 220, 0.997))))).toBeLessThan(0.3);
  });

  it('keeps faint marks faint where the floor is high', () => {
    const plain = inStroke(localContrast(page(() => 220, 0.7)));
    const raised = inStroke(
      localContrast(
        page(() => 220, 0.7),
        8,
      ),
    );
    expect(Math.abs(raised)).toBeLessThan(0.9 * Math.abs(plain));
  });

  it('takes pictures smaller than its own reach', () => {
    const { data } = localContrast({
      width: 3,
      height: 2,
      data: Float32Array.of(9, 9, 9, 9, 1, 9),
    });
    expect(data.indexOf(Math.min(...data))).toBe(4);
  });
});

describe('the darkest channel', () => {
  it('is the least of red, green and blue, so that ink of any colour is dark', () => {
    const picture = greyPicture(2, 1, () => 200);
    picture.data.set([200, 30, 180, 255], 4);
    expect([...darkestChannel(picture).data]).toEqual([200, 30]);
  });
});
