import { startProgress } from '../../src/cli/progress';
import type { ExampleSource } from '../../src/learning/exampleSource';

/** Files of examples, each with the same number of them. */
interface ExampleFiles<Example> {
  /** What the examples are called, for the progress. */
  readonly name: 'crops' | 'strips';
  /** How many there are in all, and in a file. */
  readonly count: number;
  readonly countPerFile: number;
  /** Whether the file that begins with an example is there already: it is kept. */
  readonly has: (first: number) => boolean;
  readonly write: (first: number, examples: readonly Example[]) => void;
}

/**
 * Writes examples to files, for a training outside of this project.
 *
 * @param source is stopped at the end
 */
export async function writeExamples<Example>(
  source: ExampleSource<Example>,
  { name, count, countPerFile, has, write }: ExampleFiles<Example>,
): Promise<void> {
  const progress = startProgress(`making ${name}`, count, name);
  try {
    for (let first = 0; first < count; first += countPerFile) {
      const size = Math.min(countPerFile, count - first);
      if (!has(first)) write(first, await source.make(first, size));
      progress.update(first + size);
    }
  } finally {
    progress.end();
    await source.stop();
  }
}
