/** What occurs on the strips that a line reader learns from, and how often; src/pages/traits.ts says what the numbers mean. */
export const strips = {
  /** The height of digits in the picture that a strip is cut out of, in pixels, a factor. */
  size: [11, 34],
  /** How much larger or smaller than it should be the line is on its strip, a factor. */
  zoom: [0.74, 1.32],
  /** The same of lines of words, which nothing on them tells the size of. */
  wordZoom: [0.6, 1.9],
  /** How far the strip lies above or below the middle of the digits, a standard deviation, in heights of digits. */
  aside: 0.09,
  /** How far the strip reaches beyond the line's ends, in heights of digits. */
  ends: [0.05, 1.6],
  /** Pictures that end where their line does, how far beyond the ink in heights of digits; less than 0 cuts it. */
  tightShare: 0.3,
  tight: [-0.06, 0.45],
  /** Lines written by people whose pen was recorded, where there are some. */
  recordedShare: 0.75,
  /** How far apart the digits of a number stand: weights. */
  gapWeights: { touching: 22, tight: 40, usual: 35, wide: 3 },
  /** The gap between numbers compared with that between digits, and at least this, in heights of digits. */
  numberGap: [1.4, 2.6],
  leastNumberGap: [0.42, 1.6],
  /** Digits that are joined by a line of the pen: hands that do so, and how often they do. */
  joiningShare: 0.2,
  joined: [0.15, 0.9],
  /** Zeros that are written in one go, as loops. */
  loopedShare: 0.15,
  /** Lines of the same hand above and below. */
  neighbourShare: 0.3,
  neighbourDistance: [1.25, 2.4],
  /** Rules: under the line, around the number, between its numbers, around every digit. */
  underlinedShare: 0.14,
  boxedShare: 0.06,
  tableShare: 0.16,
  combShare: 0.05,
  /** Printed words before a number. */
  printedShare: 0.1,
  /** Security patterns of cheques and forms, and their strength. */
  guillocheShare: 0.16,
  guilloche: [0.03, 0.22],
  /** How much the floor below which contrast is noise varies. */
  floor: [0.7, 2],
  /** The widest strip, in pixels. */
  maxWidth: 512,
} as const;
