import type { Figures } from '../measure';

/** Prints the figures of this process, as the benchmark reads them. */
export function tell(figures: Figures): void {
  console.log(JSON.stringify(figures));
}

/** The most memory that this process has had so far, in MB. */
export function peakMegabytes(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

/**
 * Runs what this process is for, with the arguments of the command line, and tells the figures it
 * returns, if any, or why it failed.
 */
export function runTask(task: (...args: string[]) => Promise<Figures | undefined>): void {
  task(...process.argv.slice(2)).then(
    (figures) => {
      if (figures) tell(figures);
    },
    (error: unknown) => {
      console.error((error as Error).message);
      process.exitCode = 1;
    },
  );
}
