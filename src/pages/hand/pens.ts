import type { Range } from '../../numbers/chance';

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
    width: [0.022, 0.085],
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
    width: [0.03, 0.11],
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
    width: [0.028, 0.1],
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
    width: [0.035, 0.16],
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
    width: [0.04, 0.15],
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
