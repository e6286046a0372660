/** How a person writes. */
export const hands = {
  /** Shear of upright strokes, mean and standard deviation; to the right is more than 0. */
  slant: [0.08, 0.15],
  /** How much of a digit's own slant stays. */
  ownSlant: 0.3,
  /** Width compared with height, a factor. */
  aspect: [0.75, 1.3],
  /** Standard deviations from digit to digit: size, angle in degrees, height over the line, width. */
  sizeJitter: [0.01, 0.1],
  angleJitter: [0.5, 5],
  lineJitter: [0.005, 0.08],
  aspectJitter: [0.01, 0.08],
  /** How far strokes are bent, compared with the height. */
  bend: [0, 0.035],
  /** The ink of neighbours is this far apart, compared with the height: tight, usual and wide hands. */
  gaps: { touching: [-0.12, 0.04], tight: [0.04, 0.2], usual: [0.12, 0.5], wide: [0.4, 1.3] },
  gapWeights: { touching: 10, tight: 25, usual: 45, wide: 20 },
  gapJitter: [0.02, 0.12],
  /** Digits of a page are written after few patterns of each class, as one person does, or after any. */
  patterns: [1, 3],
  anyPatternShare: 0.3,
  /** Pages written by people whose pen was recorded, where there are some. */
  recordedShare: 0.5,
  /** The share of digits that follow the rare forms drawn in drawnForms.ts. */
  rareFormShare: 0.12,
  /** Habits of hands. */
  barredSevenShare: 0.2,
  flaggedOneShare: 0.3,
  footedOneShare: 0.12,
  slashedZeroShare: 0.06,
  /** The slope of lines in degrees, its standard deviation, and how far lines wave, compared with the height. */
  slope: 2,
  slopedShare: 0.6,
  wave: [0, 0.14],
  /** Capitals compared with digits, and the width of letters compared with the font's, factors. */
  letterSize: [0.75, 1.25],
  letterAspect: [0.8, 1.25],
  /** How much further apart than in the font letters stand that are not joined, and words. */
  letterGap: [-0.02, 0.16],
  wordGap: [0.42, 0.9],
  /** How often those who can write in another alphabet than the Latin one do so. */
  otherAlphabetShare: 0.6,
} as const;
