/** A share as people read it: whole per cents, and none that is not quite all or nothing as such. */
export function percentText(share: number): string {
  if (share > 0.995 && share < 1) return '> 99 %';
  if (share > 0 && share < 0.005) return '< 1 %';
  return `${Math.round(100 * share)} %`;
}
