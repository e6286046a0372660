import { mkdirSync } from 'node:fs';
import type { Command } from 'commander';

/**
 * Makes the folder that an option names; where that cannot be, the command was used wrongly.
 *
 * @param option such as `--annotate`
 */
export function makeFolder(folder: string, option: string, command: Command): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    command.error(
      `error: ${option}: expected a folder that can be made at ${folder}, found ${code}`,
      {
        exitCode: 2,
      },
    );
  }
}
