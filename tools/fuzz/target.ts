// A process that runs cases as it is told to: what hangs, crashes or eats memory is seen from outside, by ./fuzz.
import { threadUse } from '../../src/processes/watchedThread';
import { runCase, type CaseResult, type FuzzCase } from './runCase';

/** What the process answers to a case. */
export interface TargetAnswer extends CaseResult {
  /** The most memory that the process, or one of a thread that it watches, ever held, in bytes. */
  readonly memory: number;
}

process.on('message', (fuzzCase: FuzzCase) => {
  void answer(fuzzCase);
});

async function answer(fuzzCase: FuzzCase): Promise<void> {
  const result = await runCase(fuzzCase);
  const memory = Math.max(process.resourceUsage().maxRSS * 1024, threadUse().memory);
  // What a case leaves is freed before the next one, so that each is held to the limit alone.
  if (process.memoryUsage.rss() > 4e8) global.gc?.();
  process.send!({ ...result, memory } satisfies TargetAnswer);
}

process.on('disconnect', () => process.exit());
process.send!('ready');
