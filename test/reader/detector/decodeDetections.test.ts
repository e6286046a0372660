import { describe, expect, it } from 'vitest';
import { decodeDetections } from '../../../src/reader/detector/decodeDetections';
import { OUTPUT_CHANNELS } from '../../../src/reader/detector/detectorNetwork';

const places = { rows: 4, columns: 5 };

/** Answers that find nothing, but where a logit is given. */
function answers(logits: Readonly<Record<string, number>>): Float32Array {
  const values = new Float32Array(places.rows * places.columns * OUTPUT_CHANNELS.count);
  for (let place = 0; place < places.rows * places.columns; place++) {
    const [row, column] = [Math.floor(place / places.columns), place % places.columns];
    values[place * OUTPUT_CHANNELS.count] = logits[`${row},${column}`] ?? -9;
  }
  return values;
}

describe('finding detections', () => {
  it('gives the places that are surer than their neighbours', () => {
    const detections = decodeDetections(answers({ '1,1': 2, '1,2': 1, '3,4': 0 }), places);
    expect(detections.map(({ score }) => Math.round(100 * score))).toEqual([88, 50]);
  });

  it('gives one of equal neighbours', () => {
    expect(decodeDetections(answers({ '1,1': 2, '1,2': 2, '2,2': 2 }), places)).toHaveLength(1);
  });

  it('leaves out what is hardly likely', () => {
    expect(decodeDetections(answers({ '1,1': -2 }), places)).toEqual([]);
  });

  it('reads the box and the probabilities of the digits', () => {
    const values = answers({ '2,1': 3 });
    const at = (2 * places.columns + 1) * OUTPUT_CHANNELS.count;
    values.set([0, 0, 0, 4, 0, 0, 0, 0, 0, 0], at + OUTPUT_CHANNELS.classes);
    values.set([Math.log(0.5), Math.log(1), Math.log(0.25), Math.log(2)], at + OUTPUT_CHANNELS.box);
    const [{ box, probabilities }] = decodeDetections(values, places);
    // The middle of the place lies at (6, 10); sides are counted in 16 pixels.
    expect(box.x0).toBeCloseTo(6 - 8, 4);
    expect(box.y0).toBeCloseTo(10 - 16, 4);
    expect(box.x1).toBeCloseTo(6 + 4, 4);
    expect(box.y1).toBeCloseTo(10 + 32, 4);
    expect(probabilities.indexOf(Math.max(...probabilities))).toBe(3);
    expect(probabilities.reduce((sum, value) => sum + value)).toBeCloseTo(1, 5);
  });
});
