import type { Range } from '../numbers/chance';

// All that can occur on a page, and how often: change a number here and nothing else.
//
// A share is the part of cases in which something happens. Weights say how often one name is drawn compared
// with the others. A range is drawn evenly, or, where it is called a factor, evenly in its logarithm.

/** What is written. The weights of the two uses: whole pages, and the close-ups that are learned from. */
export const contents = {
  page: {
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
  },
  crop: {
    single: 3,
    line: 3,
    lines: 22,
    numbers: 14,
    column: 6,
    table: 10,
    comb: 5,
    equations: 7,
    list: 7,
    scattered: 9,
    form: 8,
    words: 21,
    print: 6,
    drawing: 4,
    scenery: 4,
    blank: 1,
  },
} as const;

/** The name of what is written. */
export type Content = keyof (typeof contents)['page'];

/** The sizes of digits, in pixels of height, factors. */
export const sizes = {
  crop: {
    /** What the reader learns. */
    usual: [14, 46],
    /** What it shall leave to another level of its pyramid. */
    small: [6, 12],
    large: [55, 180],
    /** Of words without digits, which shall be left alone at every size. */
    words: [9, 46],
    smallShare: 0.04,
    largeShare: 0.05,
  },
  /** Digits of a page compared with its shorter side. */
  page: { usual: [0.028, 0.22], single: [0.08, 0.85], least: 14 },
  /** Pages of lines beside which a number is written large, and how much larger. */
  largeNumberShare: 0.08,
  largeNumber: [2.5, 6],
  /** One page with digits of several sizes. */
  mixedShare: 0.1,
  mixed: [0.45, 1.6],
} as const;

/** Whole pages: pixels of the longer side, a factor, and the other side compared with it. */
export const pictures = {
  side: [420, 1700],
  aspects: { '0.75': 8, '0.5625': 3, '0.7071': 4, '1': 2, '0.4': 2, '0.3': 1 },
  landscapeShare: 0.45,
} as const;

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
  /** The share of digits that follow the rare forms drawn in drawnForms.ts. */
  rareFormShare: 0.08,
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

/** How a pen draws. */
export interface PenKind {
  /** How often it is used on paper, on boards, on screens. */
  readonly weights: Readonly<
    Partial<Record<'paper' | 'blackboard' | 'whiteboard' | 'screen', number>>
  >;
  /** The line's width compared with a digit's height, a factor. */
  readonly width: Range;
  /** How much of the paper's colour the ink hides. */
  readonly opacity: Range;
  /** How much of the digit's own changes of width is drawn, and how much width changes along the line. */
  readonly pressure: Range;
  readonly unevenness: Range;
  /** How much thinner strokes are at their ends. */
  readonly taper: Range;
  /** How much ink the paper's grain keeps away. */
  readonly grain: Range;
  /** How much ink is missing in streaks along the stroke. */
  readonly streaks: Range;
  /** How much less ink there is in the middle of the stroke than on its borders. */
  readonly rim: Range;
  /** How much the ink's strength changes along the stroke. */
  readonly flow: Range;
  /** The share of pens that leave gaps, of hands that go over their strokes again. */
  readonly brokenShare: number;
  readonly repeatedShare: number;
  /** Names of colours in `inkColours`. */
  readonly colours: readonly InkColour[];
}

/** What of red, green and blue an ink leaves, 0..1; opaque ones (chalk) cover with that colour. */
export const inkColours = {
  blue: [0.14, 0.2, 0.55],
  darkBlue: [0.1, 0.1, 0.32],
  violet: [0.25, 0.15, 0.5],
  black: [0.1, 0.1, 0.11],
  grey: [0.3, 0.3, 0.31],
  graphite: [0.26, 0.26, 0.27],
  red: [0.75, 0.12, 0.14],
  crimson: [0.8, 0.15, 0.25],
  green: [0.05, 0.4, 0.22],
  brown: [0.4, 0.25, 0.15],
  orange: [0.9, 0.42, 0.1],
  white: [0.93, 0.93, 0.9],
  yellow: [0.93, 0.88, 0.5],
} as const satisfies Record<string, readonly [number, number, number]>;

/** The name of an ink's colour. */
export type InkColour = keyof typeof inkColours;

/** The pens there are. */
export const pens: Readonly<Record<string, PenKind>> = {
  ball: {
    weights: { paper: 30 },
    width: [0.035, 0.085],
    opacity: [0.55, 0.95],
    pressure: [0, 0.6],
    unevenness: [0.02, 0.15],
    taper: [0, 0.5],
    grain: [0, 0.3],
    streaks: [0, 0.15],
    rim: [0, 0.28],
    flow: [0.05, 0.35],
    brokenShare: 0.06,
    repeatedShare: 0.08,
    colours: ['blue', 'blue', 'darkBlue', 'black', 'black', 'red', 'violet', 'green'],
  },
  gel: {
    weights: { paper: 14 },
    width: [0.045, 0.11],
    opacity: [0.8, 1],
    pressure: [0, 0.4],
    unevenness: [0.01, 0.08],
    taper: [0, 0.3],
    grain: [0, 0.08],
    streaks: [0, 0.1],
    rim: [0, 0.15],
    flow: [0, 0.15],
    brokenShare: 0.02,
    repeatedShare: 0.06,
    colours: ['blue', 'darkBlue', 'black', 'black', 'red', 'green', 'violet'],
  },
  fountain: {
    weights: { paper: 5 },
    width: [0.05, 0.13],
    opacity: [0.7, 0.95],
    pressure: [0.6, 1.4],
    unevenness: [0.05, 0.2],
    taper: [0.2, 0.7],
    grain: [0, 0.06],
    streaks: [0, 0.1],
    rim: [0, 0.25],
    flow: [0.1, 0.4],
    brokenShare: 0.02,
    repeatedShare: 0.02,
    colours: ['darkBlue', 'blue', 'black', 'brown'],
  },
  pencil: {
    weights: { paper: 18 },
    width: [0.04, 0.1],
    opacity: [0.4, 0.85],
    pressure: [0.2, 1],
    unevenness: [0.05, 0.2],
    taper: [0.1, 0.6],
    grain: [0.3, 0.8],
    streaks: [0, 0.1],
    rim: [0, 0],
    flow: [0.1, 0.35],
    brokenShare: 0,
    repeatedShare: 0.08,
    colours: ['graphite', 'graphite', 'grey', 'black'],
  },
  softPencil: {
    weights: { paper: 8 },
    width: [0.09, 0.17],
    opacity: [0.7, 0.95],
    pressure: [0.2, 1],
    unevenness: [0.05, 0.25],
    taper: [0, 0.3],
    grain: [0.3, 0.9],
    streaks: [0, 0.3],
    rim: [0, 0],
    flow: [0.1, 0.3],
    brokenShare: 0,
    repeatedShare: 0.1,
    colours: ['graphite', 'black', 'brown', 'red', 'blue'],
  },
  felt: {
    weights: { paper: 14 },
    width: [0.08, 0.15],
    opacity: [0.75, 1],
    pressure: [0, 0.5],
    unevenness: [0.02, 0.1],
    taper: [0, 0.15],
    grain: [0, 0.12],
    streaks: [0, 0.3],
    rim: [0, 0.15],
    flow: [0, 0.2],
    brokenShare: 0,
    repeatedShare: 0.06,
    colours: ['black', 'black', 'grey', 'blue', 'darkBlue', 'red', 'green'],
  },
  marker: {
    weights: { paper: 12 },
    width: [0.1, 0.22],
    opacity: [0.86, 1],
    pressure: [0, 0.4],
    unevenness: [0.02, 0.08],
    taper: [-0.1, 0.1],
    grain: [0, 0.1],
    streaks: [0, 0.6],
    rim: [0, 0.18],
    flow: [0, 0.15],
    brokenShare: 0,
    repeatedShare: 0.05,
    colours: ['black', 'blue', 'red', 'crimson', 'green', 'darkBlue', 'orange'],
  },
  boardMarker: {
    weights: { whiteboard: 1 },
    width: [0.06, 0.16],
    opacity: [0.7, 1],
    pressure: [0, 0.4],
    unevenness: [0.02, 0.1],
    taper: [-0.1, 0.2],
    grain: [0, 0.1],
    streaks: [0.1, 0.8],
    rim: [0, 0.2],
    flow: [0.05, 0.4],
    brokenShare: 0.03,
    repeatedShare: 0.02,
    colours: ['black', 'blue', 'red', 'green'],
  },
  chalk: {
    weights: { blackboard: 1 },
    width: [0.06, 0.15],
    opacity: [0.65, 0.95],
    pressure: [0.1, 0.8],
    unevenness: [0.05, 0.25],
    taper: [-0.1, 0.3],
    grain: [0.4, 1],
    streaks: [0, 0.5],
    rim: [0, 0],
    flow: [0.1, 0.35],
    brokenShare: 0,
    repeatedShare: 0.05,
    colours: ['white', 'white', 'white', 'yellow'],
  },
  digital: {
    weights: { screen: 1 },
    width: [0.04, 0.2],
    opacity: [1, 1],
    pressure: [0, 0.2],
    unevenness: [0, 0],
    taper: [0, 0],
    grain: [0, 0],
    streaks: [0, 0],
    rim: [0, 0],
    flow: [0, 0],
    brokenShare: 0,
    repeatedShare: 0,
    colours: ['black', 'black', 'black', 'blue', 'red', 'green'],
  },
};

/** Which words are written and printed. */
export const texts = {
  /** Words of any syllables, names, words of a few letters between others. */
  syllableShare: 0.15,
  nameShare: 0.15,
  smallWordShare: 0.15,
  /** How the words of a line are written. */
  styles: { small: 40, sentence: 20, title: 20, capitals: 20 },
  /** Words with a comma, a stop or the like after them. */
  signShare: 0.1,
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
  /** Lines with a number. */
  numberShare: 0.35,
} as const;

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

/** How much of the sheet is seen: nothing but it, some of its edges, or all of it. */
export const framings = {
  page: { close: 66, edge: 18, whole: 16 },
  crop: { close: 80, edge: 18, whole: 2 },
} as const;

/** How a crop is filled: by one picture, by one that ends inside it, by small ones that a digit fills. */
export const cropFrames = {
  weights: { whole: 68, bordered: 24, small: 8 },
  /** Small pictures: their height in pixels, a factor, their aspect, and how much of it the digit takes. */
  smallHeight: [20, 62],
  smallAspect: [0.6, 1.6],
  smallFill: [0.45, 0.97],
} as const;

/** What lies under the sheet. */
export const desks = {
  weights: { wood: 4, dark: 3, cloth: 2, light: 2, clutter: 2 },
  shadow: [0, 0.5],
  shadowReach: [2, 25],
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
  /** Printed words and numbers, of which the numbers are not asked for. */
  printShare: 0.2,
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

/** How the picture is taken. */
export const cameras = {
  weights: { phone: 72, scanner: 18, copier: 4 },
  /** The angle of the page: standard deviation in degrees, and any angle up to `most` for some. */
  angle: 3.5,
  turnedShare: 0.08,
  most: 25,
  /** How much nearer one side of the picture is than the middle. */
  perspective: [0, 0.14],
  /**
   * Quarter turns of whole pages, and of crops, with digits and with letters alone: on a page that lies on its
   * side, digits are none to learn. Letters shall be left alone whichever way they lie, for pages are looked
   * at all four ways, and on its head many a letter looks like a digit.
   */
  quarterTurnShare: { page: 0.2, crop: 0.07, lettersCrop: 0.55 },
  /** Brightness of the paper's white, and the light's colour: warm (more red) to cool. */
  exposure: [0.43, 1.02],
  warmth: [-0.06, 0.16],
  tint: [-0.03, 0.03],
  gradientShare: 0.75,
  gradient: [0.02, 0.45],
  vignetteShare: 0.35,
  vignette: [0.05, 0.5],
  shadowShare: 0.25,
  shadow: [0.1, 0.55],
  /** How wide a shadow's border is, the half of the picture's longer side is 1, a factor. */
  shadowEdge: [0.06, 2.3],
  /** Shadows whose border is bent, and how much. */
  bowedShare: 0.4,
  bow: [-0.45, 0.45],
  glareShare: 0.08,
  glare: [0.05, 0.35],
  /** Blur: standard deviation in pixels, a factor, at most this part of a digit's height. */
  blur: [0.3, 1.6],
  blurPerHeight: 0.045,
  softShare: 0.65,
  motionShare: 0.1,
  sharpenShare: 0.3,
  sharpen: [0.2, 1.2],
  /** Noise: standard deviation of fine grain, of blotches and of colour, factors. */
  noise: [0.002, 0.03],
  blotches: [0.001, 0.012],
  colourNoise: [0.001, 0.012],
  /** No more noise than this part of the ink's contrast. */
  noisePerContrast: 0.22,
  contrast: [0.85, 1.25],
  greyShare: 0.15,
  jpegShare: 0.7,
  jpegQuality: [25, 95],
  /** Where between paper (0) and ink (1) a copier parts black from white. */
  copierCut: [0.3, 0.65],
} as const;
