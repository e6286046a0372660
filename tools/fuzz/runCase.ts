import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadUse } from '../../src/processes/watchedThread';
import { createStream } from '../../src/numbers/random';
import { WrongAnswer, type FuzzKind } from './fuzzKind';
import { judgeError } from './judgeError';
import { kinds } from './kinds';

/** How many cases a seed has. */
const CASES = 2 ** 20;

/** A case: equal seeds and numbers give equal files. */
export interface FuzzCase {
  readonly seed: number;
  /** Which of the seed's cases; from 0. */
  readonly number: number;
  /** Where its files are written. */
  readonly folder: string;
}

/** How a case ended: the files were read or refused, or a promise was broken. */
export interface CaseResult {
  readonly outcome: 'read' | 'refused' | 'failed';
  /** For people: what was refused, or is wrong. */
  readonly message: string;
  /** How long the processor worked to read it: that is the same where others keep it busy, too. */
  readonly seconds: number;
}

/** The kind of a case: they take turns. */
export const kindOf = (number: number): FuzzKind => kinds[number % kinds.length];

const filesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true }).map(String).sort().join(', ');

/** How long the processor has worked, for this process and for the threads that it watches. */
function secondsOfWork(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + threadUse().seconds;
}

/** Makes up the files of a case, lets them be read, and judges what came of it. */
export async function runCase({ seed, number, folder }: FuzzCase): Promise<CaseResult> {
  const { create, read } = kindOf(number);
  const random = createStream(seed, number, CASES);
  const files = await create(random);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const before = filesIn(folder);
  const workBefore = secondsOfWork();
  const result = await readCase(read, folder, random);
  const seconds = secondsOfWork() - workBefore;
  // A rejection that nobody awaits comes to light in the next turn.
  await new Promise(setImmediate);
  const after = filesIn(folder);
  if (after === before) return { ...result, seconds };
  return { outcome: 'failed', seconds, message: `left files: ${before} became ${after}` };
}

async function readCase(
  read: FuzzKind['read'],
  folder: string,
  random: Parameters<FuzzKind['read']>[1],
): Promise<Omit<CaseResult, 'seconds'>> {
  try {
    await read(folder, random);
    return { outcome: 'read', message: '' };
  } catch (error) {
    if (error instanceof WrongAnswer) {
      return { outcome: 'failed', message: `a wrong answer: ${error.message}` };
    }
    const wrong = judgeError(error, folder);
    if (wrong !== undefined) return { outcome: 'failed', message: wrong };
    return { outcome: 'refused', message: (error as Error).message };
  }
}
