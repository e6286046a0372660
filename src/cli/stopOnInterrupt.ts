import { endProcesses } from '../processes/childProcess';

/** Exit codes as shells give them: of what Ctrl-C has ended, and of what had no reader left. */
export const [INTERRUPTED, UNREAD] = [130, 141];

export interface Interruption {
  /** Aborted by the first Ctrl-C, or where nobody reads the output any more; its reason is the exit code. */
  readonly signal: AbortSignal;
  /** From then on, both end the process at once. */
  readonly release: () => void;
}

let stop: ((exitCode: number) => void) | undefined;

/** Lets the first Ctrl-C, or an output that nobody reads, end the work in order; a second one ends the process at once. */
export function stopOnInterrupt(): Interruption {
  const controller = new AbortController();
  const stopThis = (exitCode: number): void => {
    controller.abort(exitCode);
  };
  const interrupt = (): void => {
    stopThis(INTERRUPTED);
  };
  stop = stopThis;
  process.once('SIGINT', interrupt);
  return {
    signal: controller.signal,
    release: () => {
      stop = undefined;
      process.off('SIGINT', interrupt);
    },
  };
}

let isUnread = false;

/** Ends what prints to a pipe that nobody reads any more, as in `digits … | head`: in order, where the work asks for it. */
export function stopUnread(): void {
  // Whatever is still printed comes here again.
  if (isUnread) return;
  isUnread = true;
  (stop ?? endProcesses)(UNREAD);
}
