/** A program and what it is started with. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to this process' own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The Python package it needs; it is skipped where that is not installed. */
  readonly needs?: string;
}

/** One that is measured: each of its runs is a fresh process that prints its figures as a line of JSON. */
export interface Competitor extends Command {
  readonly name: string;
  /** For people: what it runs, and how. */
  readonly runs: string;
  /** A line that it must print, or else the run has failed. */
  readonly answer?: string;
  /** Where it stands in a row that shows growth. */
  readonly point?: Point;
}

/** A place on one of the lines that show growth. */
export interface Point {
  /** The name of the line. */
  readonly line: string;
  /** How much there is of what grows. */
  readonly x: number;
}

/** What is measured. */
export interface Quantity {
  /** Its name in the figures; `seconds` is the wall clock of the process where it prints none. */
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  /** Which of two is better; undefined for what is told and not compared. */
  readonly better?: 'lower' | 'higher';
  /** How many of its digits count. @default 3 */
  readonly digits?: number;
}

/** A quantity with its unit, as people read it. */
export function titleOf({ title, unit }: Quantity): string {
  return unit === '' ? title : `${title} (${unit})`;
}

/** A comparison: one question, and everyone who answers it. */
export interface Row {
  readonly number: number;
  /** A word for file names. */
  readonly name: string;
  readonly title: string;
  /** For people: what is done and what counts. */
  readonly about: string;
  readonly quantities: readonly Quantity[];
  /** The name of the competitor that all are compared to. */
  readonly baseline?: string;
  /** What grows along the lines of a row that shows growth. */
  readonly axis?: string;
  /** Run once, before all runs, to make the files they need. */
  readonly preparations: readonly Command[];
  readonly competitors: readonly Competitor[];
}

/** Where things lie that commands need. */
export interface Places {
  readonly project: string;
  /** The folder of MNIST's four files. */
  readonly mnist: string;
  /** The Python of the peers, which need not exist. */
  readonly python: string;
  /** A folder for what the preparations make. */
  readonly scratch: string;
}

export const time: Quantity = { key: 'seconds', title: 'time', unit: 's', better: 'lower' };
export const memory: Quantity = {
  key: 'peakMegabytes',
  title: 'peak memory',
  unit: 'MB',
  better: 'lower',
};
