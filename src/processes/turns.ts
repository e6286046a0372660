/** Runs a task when its turn has come. */
export type InTurn = <Result>(task: () => Promise<Result>) => Promise<Result>;

/**
 * Lets some tasks run at once, while others wait for their turn.
 *
 * @param count how many run at once
 */
export function createTurns(count: number): InTurn {
  let free = count;
  const waiting: (() => void)[] = [];
  const finish = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // Whoever waited for the result may first give back what the next task can use.
      setImmediate(finish);
    }
  };
}
