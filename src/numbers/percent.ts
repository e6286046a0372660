/** Writes a share of 0..1 in per cent, with two decimals. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
