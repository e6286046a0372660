/** How a network learns from another one instead of from the labels. */
export interface Distillation {
  /** The model to learn from: one in `models`, or the path of a folder with one. */
  readonly teacher: string;
  /** What both networks' logits are divided by; above 1 the teacher's doubts weigh more. Above 0. */
  readonly temperature: number;
}

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

/**
 * The answers that a network shall give, from another network's (Hinton, Vinyals and Dean, arXiv
 * 1503.02531): the same at temperature 1, with more of its doubts above that.
 *
 * @param probabilities the teacher's; [count, 10]
 * @param temperature what its logits are divided by, above 0
 * @returns probabilities; [count, 10]
 */
export function targetsFromTeacher(probabilities: Float32Array, temperature: number): Float32Array {
  const targets = probabilities.map((probability) => probability ** (1 / temperature));
  for (let start = 0; start < targets.length; start += CLASSES) {
    const row = targets.subarray(start, start + CLASSES);
    const total = row.reduce((sum, value) => sum + value, 0);
    row.forEach((value, digit) => {
      row[digit] = value / total;
    });
  }
  return targets;
}
