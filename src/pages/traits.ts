// What can occur on pages, and how often. What changes a page by much stands in the `traits.ts` of its room; what is
// of small matter is drawn from literals where it is drawn.
//
// A share is the part of cases in which something happens. Weights say how often one name is drawn compared
// with the others. A range is drawn evenly, or, where it is called a factor, evenly in its logarithm.

/** What is written. */
export const contents = {
  single: 14,
  line: 16,
  lines: 16,
  numbers: 12,
  column: 6,
  table: 7,
  comb: 5,
  equations: 8,
  list: 7,
  scattered: 4,
  form: 5,
  words: 8,
  print: 3,
  drawing: 2,
  scenery: 2,
  blank: 1,
} as const;

/** The name of what is written. */
export type Content = keyof typeof contents;

/** Whole pages: pixels of the longer side, a factor, and the other side compared with it. */
export const pictures = {
  side: [420, 1700],
  aspects: { '0.75': 8, '0.5625': 3, '0.7071': 4, '1': 2, '0.4': 2, '0.3': 1 },
  landscapeShare: 0.45,
} as const;

/** The height of digits compared with a page's shorter side, factors, and the least in pixels. */
export const sizes = { usual: [0.028, 0.22], single: [0.08, 0.85], least: 14 } as const;

/** How much of the sheet is seen: nothing but it, some of its edges, or all of it. */
export const framings = { close: 66, edge: 18, whole: 16 } as const;

/** The name of how much of the sheet is seen. */
export type Framing = keyof typeof framings;

/** Pages that lie on their side or head. */
export const quarterTurnShare = 0.2;
