import type * as tfl from '@tensorflow/tfjs-layers';
import { firstConvolution, type FeatureMaps } from './featureMaps';

/**
 * Shows what the filters of a network's first convolution look for: ink where they are dark, paper where they are
 * light.
 *
 * @param model a chain of layers with a convolution
 * @returns from the least weight (0) to the largest (255), a weight of 0 in the middle (128)
 */
export function filterImages(model: tfl.LayersModel): FeatureMaps {
  const [weights] = firstConvolution(model).getWeights();
  const [height, width, channels, count] = weights.shape as [number, number, number, number];
  const values = weights.dataSync<'float32'>(); // [height, width, channels, count]
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-12);
  const images = new Uint8Array(count * height * width);
  for (let filter = 0; filter < count; filter++) {
    for (let pixel = 0; pixel < height * width; pixel++) {
      const weight = values[pixel * channels * count + filter];
      images[filter * height * width + pixel] = Math.round(127.5 * (1 + weight / most));
    }
  }
  return { count, height, width, images };
}
