/** What is written on. */
export const surfaces = {
  weights: {
    plain: 34,
    recycled: 8,
    card: 4,
    cardboard: 3,
    stickyNote: 3,
    ruled: 13,
    dottedRules: 3,
    squared: 10,
    dotGrid: 3,
    envelope: 3,
    blackboard: 5,
    whiteboard: 4,
    screen: 4,
  },
  /** Colours in red, green, blue, 0..1; each channel is varied by a little. */
  colours: {
    plain: [
      [0.97, 0.97, 0.96],
      [0.95, 0.94, 0.92],
      [0.93, 0.93, 0.95],
    ],
    recycled: [
      [0.84, 0.81, 0.75],
      [0.8, 0.8, 0.78],
    ],
    card: [
      [0.95, 0.9, 0.8],
      [0.8, 0.88, 0.95],
      [0.95, 0.82, 0.84],
      [0.84, 0.93, 0.82],
    ],
    cardboard: [
      [0.72, 0.56, 0.4],
      [0.66, 0.52, 0.38],
    ],
    stickyNote: [
      [0.98, 0.92, 0.5],
      [0.98, 0.7, 0.75],
      [0.7, 0.92, 0.6],
    ],
    envelope: [
      [0.96, 0.95, 0.92],
      [0.85, 0.76, 0.6],
    ],
    blackboard: [
      [0.16, 0.27, 0.22],
      [0.15, 0.16, 0.17],
      [0.2, 0.24, 0.25],
    ],
    whiteboard: [[0.93, 0.94, 0.95]],
    screen: [[1, 1, 1]],
  },
  /** Screens and papers that are dark, written on in white. */
  darkScreenShare: 0.35,
  /** The grain: standard deviation of the brightness, a factor, and its size in pixels. */
  grain: [0.002, 0.02],
  roughShare: 0.15,
  rough: [0.02, 0.05],
  grainSize: [0.6, 1.9],
  mottle: [0.002, 0.02],
  /** Rules: their distance compared with the digits' height, and how much light they take. */
  ruleDistance: [1.15, 2.6],
  squareSize: [0.4, 1.5],
  ruleStrength: [0.05, 0.5],
  ruleWidth: [0.5, 1.8],
  ruleColours: [
    [0.35, 0.5, 0.75],
    [0.5, 0.5, 0.5],
    [0.3, 0.6, 0.6],
    [0.75, 0.45, 0.5],
  ],
  marginLineShare: 0.3,
  /** Crumpled sheets, sheets with folds, writing on the back that shines through. */
  crumpledShare: 0.13,
  crumple: [0.01, 0.07],
  /** How large a crumpled sheet's folds are, a factor. */
  crumpleSize: [1.5, 8],
  foldShare: 0.16,
  fold: [0.02, 0.12],
  backShare: 0.14,
  back: [0.04, 0.16],
} as const;

/** What lies under the sheet. */
export const desks = {
  weights: { wood: 4, dark: 3, cloth: 2, light: 2, clutter: 2 },
  shadow: [0, 0.5],
  shadowReach: [2, 25],
} as const;

/** The sizes of digits on one sheet, factors. */
export const lineSizes = {
  /** Pages of lines beside which a number is written large, and how much larger. */
  largeNumberShare: 0.08,
  largeNumber: [2.5, 6],
  /** Lines that are larger or smaller than the others, and how much. */
  mixedShare: 0.1,
  mixed: [0.45, 1.6],
} as const;

/** How words are printed. */
export const prints = {
  /** The height of capitals compared with the digits that are written, a factor, and its least in pixels. */
  size: [0.3, 1],
  minSize: 5,
  /** Width of letters compared with the typeface's, a factor, and space between them, in heights of capitals. */
  aspect: [0.85, 1.2],
  tracking: [-0.02, 0.1],
  slantedShare: 0.15,
  opacity: [0.5, 1],
  /** The distance of lines compared with the height of capitals. */
  spacing: [1.35, 2.6],
  /** Paragraphs that stand on their side or on their head. */
  turnedShare: 0.15,
} as const;

/** What stands on pages besides digits. */
export const distractors = {
  /** Signs and letters in the place of single digits of a line. */
  signShare: 0.3,
  signs: [0.02, 0.25],
  /** Pages with words in their lines, the lines that have some, and pages that begin with a heading. */
  wordyShare: 0.16,
  wordyLineShare: 0.6,
  headingShare: 0.1,
  /** Words in handwriting beside the lines: of the same hand or another; signatures among them. */
  wordShare: 0.2,
  otherHandShare: 0.25,
  signatureShare: 0.12,
  /** Printed words and numbers: what is printed is not asked for. */
  printShare: 0.2,
  /** Tables with a row or a column that is printed, and how many of its cells hold a number, others a word. */
  printedCellsShare: 0.35,
  printedNumberShare: 0.7,
  /** Crossed-out digits, circled numbers, underlined lines, scribbles, specks, drawings, loose rules. */
  crossedOutShare: 0.05,
  circledShare: 0.06,
  underlinedShare: 0.08,
  scribbleShare: 0.12,
  speckShare: 0.2,
  specks: [1, 14],
  drawingShare: 0.07,
  looseRuleShare: 0.12,
  stripesShare: 0.04,
} as const;
