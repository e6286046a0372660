import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Waits until something is so; where it is not so in time, the error says what never came. */
export type Until = (name: string, isSo: () => Promise<boolean>) => Promise<void>;

/**
 * Sets one deadline for all that a test waits for on a page: clicks and whatever else Playwright waits for, too.
 *
 * @param milliseconds from now
 */
export function setDeadline(page: Page, milliseconds: number): Until {
  const end = performance.now() + milliseconds;
  const limitPage = (): void => {
    page.setDefaultTimeout(Math.max(1, end - performance.now()));
  };
  limitPage();
  return async (name, isSo) => {
    let timer: NodeJS.Timeout | undefined;
    // Whoever is asked may never answer, either.
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, end - performance.now(), new Error(`never came: ${name}`));
    });
    try {
      while (!(await Promise.race([isSo(), late]))) {
        await Promise.race([sleep(200), late]);
      }
    } finally {
      clearTimeout(timer);
    }
    limitPage();
  };
}
