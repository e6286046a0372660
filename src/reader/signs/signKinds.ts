/** The signs that belong to numbers as people write them. */
export const SIGNS = ['.', ',', '-', '/', ':', '%'] as const;

/** A sign that belongs to a number. */
export type Sign = (typeof SIGNS)[number];

/** The place of what belongs to no number among the answers, after the signs. */
export const NONE = SIGNS.length;

/** How many answers there are: the signs, and none of them. */
export const KIND_COUNT = SIGNS.length + 1;

/** The place of a sign among the answers; undefined where it belongs to no number. */
export function placeOfSign(sign: string): number | undefined {
  const at = SIGNS.findIndex((known) => known === sign);
  return at < 0 ? undefined : at;
}
