import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ClassifyDigits } from '../../../src/classifier/classify';
import { describeLayers } from '../../../src/classifier/inside/describeLayers';
import { embed } from '../../../src/classifier/inside/embed';
import { filterImages } from '../../../src/classifier/inside/filters';
import { lastFeatures } from '../../../src/classifier/inside/lastFeatures';
import { occlusionMap } from '../../../src/classifier/inside/occlusion';
import { createNetwork } from '../../../src/classifier/network';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { noiseImages, smallLayers } from '../smallNetwork';

beforeAll(async () => {
  await startEngine();
});

const smallNetwork = () => createNetwork(smallLayers, createRandom(1));

it('layers are told with what they give and what they learn', () => {
  expect(describeLayers(smallNetwork())).toEqual([
    { kind: 'image', shape: [28, 28, 1], parameters: 0 },
    { kind: 'convolution', shape: [14, 14, 4], parameters: 100 },
    { kind: 'batch normalisation', shape: [14, 14, 4], parameters: 16 },
    { kind: 'relu', shape: [14, 14, 4], parameters: 0 },
    { kind: 'max pooling', shape: [7, 7, 4], parameters: 0 },
    { kind: 'dropout', shape: [7, 7, 4], parameters: 0 },
    { kind: 'flatten', shape: [196], parameters: 0 },
    { kind: 'dense', shape: [10], parameters: 1970 },
    { kind: 'softmax', shape: [10], parameters: 0 },
  ]);
});

it('filters are images around the middle grey of no weight', () => {
  const network = smallNetwork();
  const weights = tf.tidy(() => {
    const values = new Float32Array(25 * 4);
    values[0] = 2; // the first pixel of the first filter
    values[4 * 24 + 3] = -1; // the last pixel of the last filter
    return tf.tensor4d(values, [5, 5, 1, 4]);
  });
  network.layers[0].setWeights([weights]);
  const { count, width, height, images } = filterImages(network);
  expect([count, width, height]).toEqual([4, 5, 5]);
  expect([images[0], images[1], images[99]]).toEqual([255, 128, 64]);
});

it('the last features of an image are what the last dense layer decides from', () => {
  const network = smallNetwork();
  const images = noiseImages(3);
  const { numTensors } = tf.memory();
  const { count, length, values } = lastFeatures(network, images);
  expect([count, length, values.length]).toEqual([3, 196, 3 * 196]);
  expect(tf.memory().numTensors).toBe(numTensors);
  const expected = tf.tidy(() => {
    const ink = tf.tensor4d(
      Float32Array.from(images, (value) => value / 255),
      [3, 28, 28, 1],
    );
    const [kernel, bias] = network.layers[6].getWeights();
    const logits = tf
      .tensor2d(values, [3, 196])
      .matMul(kernel as tf.Tensor2D)
      .add(bias);
    const answers = network.predict(ink) as tf.Tensor;
    return Math.max(...logits.softmax().sub(answers).abs().dataSync());
  });
  expect(expected).toBeLessThan(1e-5);
});

describe('where a network looks', () => {
  /** Is as sure of a 4 as there is ink in the pixel at row 10, column 20. */
  const looksAtOnePixel: ClassifyDigits = (images, count) => {
    const answers = new Float32Array(count * 10);
    for (let index = 0; index < count; index++) {
      answers[index * 10 + 4] = images[index * 784 + 10 * 28 + 20] / 255;
    }
    return Promise.resolve(answers);
  };

  it('is where covering costs probability', async () => {
    const image = new Uint8Array(784).fill(204);
    const { losses, probability } = await occlusionMap(looksAtOnePixel, image, 4, 3);
    expect(probability).toBeCloseTo(0.8, 5);
    const places = Array.from(losses.keys()).filter((at) => losses[at] > 0.01);
    expect(places).toEqual([9, 10, 11].flatMap((row) => [19, 20, 21].map((x) => row * 28 + x)));
    expect(losses[places[4]]).toBeCloseTo(0.8, 5);
  });
});

describe('a map of points', () => {
  const points = (count: number) => {
    const random = createRandom(3);
    // Two heaps far apart.
    const values = Float32Array.from(
      { length: count * 5 },
      (_, at) => random.normal() + (Math.floor(at / 5) % 2) * 30,
    );
    return { count, length: 5, values };
  };

  it('keeps together what is alike, and is the same for the same chance', () => {
    const map = embed(points(60), createRandom(1));
    expect(embed(points(60), createRandom(1))).toEqual(map);
    const distance = (a: number, b: number): number =>
      Math.hypot(map[2 * a] - map[2 * b], map[2 * a + 1] - map[2 * b + 1]);
    const others = Array.from({ length: 59 }, (_, at) => at + 1);
    const same = others.filter((at) => at % 2 === 0).map((at) => distance(0, at));
    const different = others.filter((at) => at % 2 === 1).map((at) => distance(0, at));
    expect(Math.max(...same)).toBeLessThan(Math.min(...different));
  });

  it('needs more than a handful', () => {
    expect(() => embed(points(10), createRandom(1))).toThrow(
      'expected at least 16 images, found 10',
    );
  });
});
