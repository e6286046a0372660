/**
 * Makes sure that a training goes on with numbers.
 *
 * @param losses of a step
 * @param place of the step, as in "step 12"
 * @throws Error where one is not finite
 */
export function checkFinite(losses: readonly number[], place: string): void {
  const broken = losses.find((loss) => !Number.isFinite(loss));
  if (broken === undefined) return;
  throw new Error(
    `expected a finite loss, found ${broken} in ${place}: the network has diverged; ` +
      'choose a smaller learning rate',
  );
}
