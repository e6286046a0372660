/** What went wrong in a step of the set-up, and how to mend it. */
export interface Failure {
  /** The step, as in "Installing Jupyter". */
  readonly what: string;
  /** The command or the way that was tried. */
  readonly tried: string;
  readonly found: string;
  /** The one command that mends it. */
  readonly mend: string;
}

/** The four lines that a person reads about a failure. */
export function describeFailure({ what, tried, found, mend }: Failure): string {
  const indented = found.trim().replaceAll('\n', '\n         ');
  return `${what} failed.\n  tried: ${tried}\n  found: ${indented}\n  mend:  ${mend}`;
}

/** A step of the set-up that failed; its message is whole. */
export class SetupError extends Error {
  override readonly name = 'SetupError';

  constructor(readonly failure: Failure) {
    super(describeFailure(failure));
  }
}
