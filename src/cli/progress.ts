import { Presets, SingleBar } from 'cli-progress';

/** A step's progress as people see it. */
export interface Progress {
  /**
   * @param done how much is done, in the unit of the whole
   * @param kept how much of that was done before the step began, and says nothing of its pace
   * @default kept 0
   */
  update(done: number, kept?: number): void;
  /** Prints lines where a bar may stand: it makes room, and comes back with the next update. */
  beside(print: () => void): void;
  /** Takes the bar away; a plain line stays. */
  end(): void;
}

/** What a step counts. */
export type Unit =
  'MB' | 'cases' | 'crops' | 'strips' | 'packages' | 'pages' | 'pictures' | 'steps';

/** What all bars have in common. */
export const barOptions = {
  stream: process.stderr,
  clearOnComplete: true,
  // The bar cuts its line itself. Switched off in the terminal, wrapping would stay off after Ctrl-C.
  linewrap: true,
} as const;

/** What makes a terminal remember where its cursor is. */
const SAVE_CURSOR = '\x1b7';

/** Seconds between two plain lines. */
const PLAIN_INTERVAL = 5;

const shown = (amount: number, unit: Unit): number =>
  unit === 'MB' ? Math.round(amount / 1e6) : amount;

/**
 * One plain line of progress: how much, what share, how long still.
 *
 * @param done how much is done: bytes for MB
 * @param total the whole, in the same unit; 0 where it is not known
 * @param seconds how long it has taken so far
 * @param kept how much was done before that
 * @default kept 0
 */
export function progressLine(
  what: string,
  done: number,
  total: number,
  seconds: number,
  unit: Unit,
  kept = 0,
): string {
  if (total === 0) return `${what}: ${shown(done, unit)} ${unit}`;
  const percent = Math.floor((100 * done) / total);
  const left = paceOf(done, total, seconds, unit, kept);
  return `${what}: ${shown(done, unit)} of ${shown(total, unit)} ${unit} (${percent} %${left})`;
}

/** The pace so far, and how long it goes on at it, as in ", 2.5 MB/s, 12 s left"; empty before there is a pace. */
function paceOf(done: number, total: number, seconds: number, unit: Unit, kept: number): string {
  const own = done - kept;
  if (own <= 0 || seconds <= 0) return '';
  const pace = (unit === 'MB' ? own / 1e6 : own) / seconds;
  const digits = pace < 10 ? pace.toPrecision(2) : pace.toFixed(0);
  return `, ${digits} ${unit}/s, ${Math.round((seconds / own) * (total - done))} s left`;
}

function startBar(what: string, total: number, unit: Unit): Progress {
  const format = `${what} [{bar}] {percentage} %, {value} of {total} ${unit}{left}`;
  const bar = new SingleBar({ ...barOptions, format, barsize: 30 }, Presets.legacy);
  const start = performance.now();
  bar.start(shown(total, unit), 0, { left: '' });
  return {
    update: (done, kept = 0) => {
      const left = paceOf(done, total, (performance.now() - start) / 1000, unit, kept);
      bar.update(shown(Math.min(done, total), unit), { left });
    },
    beside: (print) => {
      process.stderr.cursorTo(0);
      process.stderr.clearLine(0);
      print();
      // The bar goes back in the end to where the cursor was saved: that line now holds what was printed.
      process.stderr.write(SAVE_CURSOR);
    },
    end: () => {
      bar.stop();
    },
  };
}

function startLines(what: string, total: number, unit: Unit): Progress {
  const start = performance.now();
  let last = start;
  return {
    update: (done, kept = 0) => {
      const now = performance.now();
      if (now - last < PLAIN_INTERVAL * 1000) return;
      last = now;
      console.error(`  ${progressLine(what, done, total, (now - start) / 1000, unit, kept)}`);
    },
    beside: (print) => {
      print();
    },
    end: () => undefined,
  };
}

/**
 * Shows the progress of a long step: a bar on a terminal, a plain line every few seconds elsewhere.
 *
 * @param total the whole: bytes for MB; 0 where it is not known
 */
export function startProgress(what: string, total: number, unit: Unit): Progress {
  const bar = process.stderr.isTTY && total > 0;
  return bar ? startBar(`  ${what}`, total, unit) : startLines(what, total, unit);
}
