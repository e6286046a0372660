/**
 * The learning rate of a step in a one-cycle schedule: up along a cosine, then down to nothing along
 * another (Smith and Topin, arXiv 1708.07120).
 *
 * @param step which step, from 0
 * @param steps how many steps the training has, at least 1
 * @param peak the largest rate
 * @param warmUp the share of the steps in which the rate rises, 0 to 1
 * @returns a rate from peak / 25 up to peak and down to peak / 10,000
 */
export function oneCycleRate(step: number, steps: number, peak: number, warmUp: number): number {
  const summit = warmUp * (steps - 1);
  const [from, to, share] =
    step < summit
      ? [peak / 25, peak, step / summit]
      : [peak, peak / 10_000, steps - 1 > summit ? (step - summit) / (steps - 1 - summit) : 0];
  return to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
}
