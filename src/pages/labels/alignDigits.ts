/** A place in what was read and one in what is to be read; where one is missing, nothing stands on its side. */
export interface AlignedPair {
  readonly read?: number;
  readonly label?: number;
}

/** How well a place in what was read fits one in what is to be read; 0..1. */
export type Closeness = (read: number, label: number) => number;

/**
 * Lays what was read beside what is to be read, in order, with as few wrong, missing and surplus digits as
 * possible: the pairs that differ are the edit distance (Wagner and Fischer, 1974).
 *
 * @param read digits 0 to 9
 * @param label digits 0 to 9
 * @param closeness decides between alignments of equally few differences; by default nothing does
 */
export function alignInOrder(
  read: readonly number[],
  label: readonly number[],
  closeness: Closeness = () => 0,
): AlignedPair[] {
  const columns = label.length + 1;
  // All that closeness can add up to is less than one difference.
  const weight = 1 / (1 + read.length);
  const pairing = (i: number, j: number): number =>
    (read[i] === label[j] ? 0 : 1) - weight * closeness(i, j);
  const costs = new Float64Array((read.length + 1) * columns); // [read, label]
  const cost = (i: number, j: number): number => costs[i * columns + j];
  for (let i = 0; i <= read.length; i++) {
    for (let j = 0; j <= label.length; j++) {
      if (i === 0 && j === 0) continue;
      costs[i * columns + j] = Math.min(
        i > 0 && j > 0 ? cost(i - 1, j - 1) + pairing(i - 1, j - 1) : Infinity,
        i > 0 ? cost(i - 1, j) + 1 : Infinity,
        j > 0 ? cost(i, j - 1) + 1 : Infinity,
      );
    }
  }
  const pairs: AlignedPair[] = [];
  for (let i = read.length, j = label.length; i > 0 || j > 0;) {
    if (i > 0 && j > 0 && cost(i, j) === cost(i - 1, j - 1) + pairing(i - 1, j - 1)) {
      pairs.push({ read: --i, label: --j });
    } else if (i > 0 && cost(i, j) === cost(i - 1, j) + 1) pairs.push({ read: --i });
    else pairs.push({ label: --j });
  }
  return pairs.reverse();
}

/**
 * Lays what was read beside what is to be read where neither has an order: first equal digits, then what is left.
 *
 * @param read digits 0 to 9
 * @param label digits 0 to 9
 * @param closeness the closest go together first; by default the first ones
 * @returns by the place in the label, surplus digits last
 */
export function alignScattered(
  read: readonly number[],
  label: readonly number[],
  closeness: Closeness = () => 0,
): AlignedPair[] {
  const pairOf = new Map<number, number>(); // label to read
  const taken = new Set<number>();
  const possible = label
    .flatMap((_, j) => read.map((_, i) => ({ i, j, isEqual: read[i] === label[j] })))
    .map((pair) => ({ ...pair, value: Number(pair.isEqual) * 2 + closeness(pair.i, pair.j) }))
    .sort((a, b) => b.value - a.value);
  for (const { i, j } of possible) {
    if (taken.has(i) || pairOf.has(j)) continue;
    pairOf.set(j, i);
    taken.add(i);
  }
  const paired = label.map((_, j): AlignedPair => {
    const i = pairOf.get(j);
    return i === undefined ? { label: j } : { read: i, label: j };
  });
  const surplus = read.flatMap((_, i): AlignedPair[] => (taken.has(i) ? [] : [{ read: i }]));
  return [...paired, ...surplus];
}
