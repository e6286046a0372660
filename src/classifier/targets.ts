const CLASSES = 10;

/**
 * The answers that a network shall give, from labels.
 *
 * @param labels the right digits; [count]
 * @param smoothing the share of certainty given to all classes alike (Szegedy et al., arXiv 1512.00567); 0..1
 * @returns probabilities; [count, 10]
 */
export function targetsFromLabels(labels: ArrayLike<number>, smoothing: number): Float32Array {
  const targets = new Float32Array(labels.length * CLASSES).fill(smoothing / CLASSES);
  for (let index = 0; index < labels.length; index++) {
    targets[index * CLASSES + labels[index]] += 1 - smoothing;
  }
  return targets;
}
