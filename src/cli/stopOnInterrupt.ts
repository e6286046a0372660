/** The exit code of what Ctrl-C has ended. */
export const INTERRUPTED = 130;

export interface Interruption {
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** From then on, Ctrl-C ends the process at once. */
  readonly release: () => void;
}

/** Lets the first Ctrl-C end the work in order; a second one ends the process at once. */
export function stopOnInterrupt(): Interruption {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  process.once('SIGINT', stop);
  return { signal: controller.signal, release: () => process.off('SIGINT', stop) };
}
