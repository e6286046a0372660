import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';

const CLASSES = 10;

/** The mean of -ln(probability of the right digit) after all logits were divided by the temperature. */
function nllAt(temperature: number, logits: Float32Array, labels: Uint8Array): number {
  let total = 0;
  labels.forEach((label, index) => {
    const row = logits.subarray(index * CLASSES, (index + 1) * CLASSES);
    const largest = Math.max(...row);
    const normalizer = row.reduce(
      (sum, logit) => sum + Math.exp((logit - largest) / temperature),
      0,
    );
    total += Math.log(normalizer) - (row[label] - largest) / temperature;
  });
  return total / labels.length;
}

/**
 * Finds the temperature that makes probabilities honest: the one with the least negative log-likelihood
 * (Guo et al., arXiv 1706.04599). Answers stay the same, only their confidence changes.
 *
 * @param probabilities of validation digits, as the network gives them; [count, 10]
 * @param labels the right digits; [count]
 * @returns a number from 1/16 to 16; above 1 the network was too sure of itself
 */
export function fitTemperature(probabilities: Float32Array, labels: Uint8Array): number {
  // Logarithms of probabilities are logits: softmax does not see the constant they differ by.
  const logits = probabilities.map((probability) => Math.log(Math.max(probability, 1e-30)));
  // Golden-section search: the likelihood has a single minimum along the temperature.
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(1 / 16), Math.log(16)];
  while (high - low > 1e-4) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    const isLeftBetter =
      nllAt(Math.exp(left), logits, labels) < nllAt(Math.exp(right), logits, labels);
    if (isLeftBetter) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/**
 * Builds a temperature into a network: divides the weights of its last dense layers by it.
 *
 * @param model a network that ends in a dense layer, or the mean of several, and softmax; it is changed
 * @param temperature above 0
 */
export function applyTemperature(model: tfl.LayersModel, temperature: number): void {
  const last = model.layers.at(-2)!;
  const isMean = last.getClassName() === 'Average';
  const denseLayers = isMean ? last.inboundNodes[0].inboundLayers : [last];
  tf.tidy(() => {
    for (const dense of denseLayers) {
      dense.setWeights(dense.getWeights().map((weight) => tf.div(weight, temperature)));
    }
  });
}
